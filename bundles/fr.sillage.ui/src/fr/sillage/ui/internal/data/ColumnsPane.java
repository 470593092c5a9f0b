package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Privacy;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.List;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The columns of a data set, one line each, and the selected one beside them. */
final class ColumnsPane {
    private static final int LEAST_SIDE = 250;
    private static final int MOST_SIDE = 420;
    private static final int SIDE_SHARE = 4;
    private static final int LEAST = 200;
    private static final int ROW_HEIGHT = 34;
    private static final int MOST_ROWS = 14;
    private static final int FEWEST_ROWS = 8;
    private static final int HEADER = 38;
    private static final int[] SHARES = {128, 112, 98, 156, 86, 70, 96};
    private static final int[] NUMBERS = {4, 5};

    private final DataWording words;
    private final List<ColumnLine> lines;
    private final Runnable resized;
    private Table table;
    private ColumnCard card;

    /** @param lines to be changed when more is known of them */
    ColumnsPane(DataWording words, List<ColumnLine> lines, Runnable resized) {
        this.words = words;
        this.lines = lines;
        this.resized = resized;
    }

    void show(Composite parent) {
        Composite area = Kit.box(parent, 2, 0);
        area.setLayoutData(Kit.wide());
        table = Kit.table(
                area,
                List.of(
                        words.get("column.name"),
                        words.get("column.type"),
                        words.get("column.role"),
                        words.get("column.privacy"),
                        words.get("column.missing"),
                        words.get("column.distinct"),
                        words.get("column.parts")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        TestIds.set(table, "data.columns");
        Access.name(table, words.get("columns"));
        Kit.alignRight(table, NUMBERS);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, false);
        place.widthHint = LEAST;
        place.heightHint = HEADER + ROW_HEIGHT * Math.clamp(lines.size(), FEWEST_ROWS, MOST_ROWS);
        table.setLayoutData(place);
        FittedColumns.fit(table, SHARES);
        for (int i = 0; i < lines.size(); i++) {
            new TableItem(table, SWT.NONE);
            refresh(i);
        }
        Composite side = Kit.card(area, 1);
        GridData beside = new GridData(SWT.FILL, SWT.FILL, false, false);
        beside.widthHint = LEAST_SIDE;
        side.setLayoutData(beside);
        area.addListener(SWT.Resize, event -> {
            int width = Math.clamp(area.getClientArea().width / SIDE_SHARE, LEAST_SIDE, MOST_SIDE);
            if (width != beside.widthHint) {
                beside.widthHint = width;
                area.layout();
            }
        });
        TestIds.set(side, "data.column");
        card = new ColumnCard(side, words);
        table.addListener(SWT.Selection, event -> select(table.getSelectionIndex()));
        if (!lines.isEmpty()) {
            table.setSelection(0);
            card.show(lines.getFirst());
        }
    }

    /** More is known of a column. */
    void tell(int index, ColumnLine line) {
        lines.set(index, line);
        refresh(index);
        if (table.getSelectionIndex() == index) {
            select(index);
        }
    }

    private void select(int index) {
        if (index >= 0) {
            card.show(lines.get(index));
            resized.run();
        }
    }

    private void refresh(int index) {
        ColumnLine line = lines.get(index);
        table.getItem(index).setText(new String[] {
            "<b>" + Html.small(line.field().name()) + "</b>",
            Html.small(words.type(line.field())),
            Html.small(words.roles(line.field())),
            protection(line),
            Html.small(line.missing(words)),
            Html.small(line.distinct(words)),
            Sparkline.of(line.parts(words))
        });
    }

    /** The privacy class, and what was done where something was. */
    private String protection(ColumnLine line) {
        return Html.tag(words.privacy(line.field()), kind(line.field().privacy()))
                + line.treatment()
                        .filter(treatment -> !treatment.keeps())
                        .map(treatment -> " " + Html.tag(words.treatment(treatment), "ok"))
                        .orElse("");
    }

    /** The colour of a privacy class, for {@link Html#tag}. */
    private static String kind(Privacy privacy) {
        return switch (privacy) {
            case DIRECT_IDENTIFIER, SENSITIVE -> "danger";
            case QUASI_IDENTIFIER -> "warning";
            case OTHER -> "neutral";
        };
    }
}
