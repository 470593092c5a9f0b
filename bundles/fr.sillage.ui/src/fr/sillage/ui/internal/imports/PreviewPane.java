package fr.sillage.ui.internal.imports;

import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The first rows as they stand in the file and as they would be stored, side by side. */
final class PreviewPane {
    /** More would take the browser long and be looked at by nobody. */
    private static final int MOST_COLUMNS = 30;

    private static final int COLUMN_WIDTH = 120;
    private static final int ROW_HEIGHT = 28;
    private static final int LEAST = 150;

    private final Wording wording;
    private final PlanModel model;
    private final Composite area;

    PreviewPane(Composite parent, Wording wording, PlanModel model) {
        this.wording = wording;
        this.model = model;
        area = Kit.box(parent, 2, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        TestIds.set(area, "import.preview");
    }

    Composite control() {
        return area;
    }

    void refresh() {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        int columns = model.draft().columns().size();
        List<Integer> before =
                IntStream.range(0, Math.min(MOST_COLUMNS, columns)).boxed().toList();
        List<Integer> after = before.stream()
                .filter(i -> model.preview(i).stored().isPresent())
                .toList();
        caption(wording.own("preview.before"));
        caption(wording.own("preview.after"));
        BitSet rejected = new BitSet();
        for (int i = 0; i < columns; i++) {
            rejected.or(model.preview(i).unreadable());
        }
        Table left = table(before, "import.before", rejected, i -> row -> Html.small(model.before(i, row)));
        Table right = table(
                after,
                "import.after",
                rejected,
                i -> row ->
                        rejected.get(row) ? "" : after(i, model.after(i, row).orElse("")));
        together(left, right);
        together(right, left);
        String note = columns > MOST_COLUMNS ? wording.own("preview.columns", MOST_COLUMNS, columns) : "";
        String lost = rejected.isEmpty() ? "" : wording.own("preview.rejected", rejected.cardinality());
        if (!note.isEmpty() || !lost.isEmpty()) {
            Kit.label(area, (note + " " + lost).strip(), "small", SWT.WRAP)
                    .setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        }
        area.layout(true, true);
    }

    private void caption(String text) {
        Kit.label(area, text, "section", SWT.NONE).setLayoutData(Kit.wide());
    }

    private Table table(List<Integer> columns, String testId, BitSet rejected, IntFunction<IntFunction<String>> cells) {
        int[] widths = columns.stream().mapToInt(i -> COLUMN_WIDTH).toArray();
        Table table = Kit.table(
                area,
                columns.stream()
                        .map(i -> Html.visible(model.draft().column(i).field().name()))
                        .toList(),
                widths);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        TestIds.set(table, testId);
        GridData size = (GridData) table.getLayoutData();
        size.widthHint = LEAST;
        size.heightHint = LEAST;
        for (int row = 0; row < model.sample().rows(); row++) {
            TableItem item = new TableItem(table, SWT.NONE);
            for (int cell = 0; cell < columns.size(); cell++) {
                item.setText(cell, cells.apply(columns.get(cell)).apply(row));
            }
        }
        return table;
    }

    /** What an anonymizer has changed stands out. */
    private String after(int index, String text) {
        return model.draft().column(index).treatment().keeps()
                ? Html.small(text)
                : "<span style='font-size:13px;color:#1E7B4F;font-weight:bold'>" + Html.escape(text) + "</span>";
    }

    /** Scrolled up and down, the other table follows; what is selected in one is in the other. */
    private static void together(Table one, Table other) {
        one.getVerticalBar().addListener(SWT.Selection, event -> other.setTopIndex(one.getTopIndex()));
        one.addListener(SWT.Selection, event -> other.setSelection(one.getSelectionIndex()));
    }
}
