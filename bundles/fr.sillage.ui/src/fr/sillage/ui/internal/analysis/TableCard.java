package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.ui.export.PublishedNumbers;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A published table as it is, for results that draw no figure of it. */
final class TableCard {
    private static final String HIDDEN = "•";
    private static final int DECIMALS = 3;
    private static final int COLUMN_WIDTH = 160;
    private static final int MOST_ROWS_SHOWN = 14;
    private static final int ROW_HEIGHT = 36;

    private TableCard() {}

    static Composite create(Composite parent, PublishedTable table, Wording wording) {
        Composite card = Look.card(parent, 1);
        Look.heading(card, wording.table(table.id()));
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            // a hidden number says so itself
            if (table.columns().get(i).kind() != TableColumn.Kind.FLAG) {
                shown.add(i);
            }
        }
        int[] widths = new int[shown.size()];
        java.util.Arrays.fill(widths, COLUMN_WIDTH);
        Table grid = Kit.table(
                card,
                shown.stream()
                        .map(i -> wording.column(table.columns().get(i).name()))
                        .toList(),
                widths);
        for (int i = 0; i < shown.size(); i++) {
            TableColumn.Kind kind = table.columns().get(shown.get(i)).kind();
            if (kind != TableColumn.Kind.LABEL && kind != TableColumn.Kind.TERM) {
                Kit.alignRight(grid, i);
            }
        }
        for (List<PublishedValue> row : table.rows()) {
            new TableItem(grid, SWT.NONE)
                    .setText(shown.stream().map(i -> text(row.get(i), wording)).toArray(String[]::new));
        }
        Look.identify(grid, "analysis.table." + table.id());
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.heightHint =
                grid.getHeaderHeight() + Math.min(MOST_ROWS_SHOWN, table.rows().size()) * ROW_HEIGHT + 2;
        grid.setLayoutData(place);
        return card;
    }

    /** As people read it. */
    static String text(PublishedValue value, Wording wording) {
        return switch (value) {
            case PublishedValue.Label label -> Html.visible(label.text());
            case PublishedValue.Term term -> wording.term(term.id());
            case PublishedValue.Number number -> PublishedNumbers.forPeople(number, DECIMALS, wording.locale());
            case PublishedValue.Flag flag -> wording.flag(flag.set());
            case PublishedValue.Withheld withheld -> HIDDEN;
        };
    }
}
