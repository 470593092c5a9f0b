package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Privacy;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** One line for each column of the file: what it is, how it is protected, what will be stored. */
final class ColumnTable {
    private static final int LEAST = 200;
    private static final int ROW_HEIGHT = 34;
    private static final int[] SHARES = {126, 106, 90, 128, 100, 112, 100};

    private final Wording wording;
    private final PlanModel model;
    private final Table table;

    ColumnTable(Composite parent, Wording wording, PlanModel model, IntConsumer selected) {
        this.wording = wording;
        this.model = model;
        table = Kit.table(
                parent,
                List.of(
                        wording.own("plan.column"),
                        wording.own("plan.type"),
                        wording.own("plan.role"),
                        wording.own("plan.privacy"),
                        wording.own("plan.example"),
                        wording.own("plan.stored"),
                        wording.own("plan.treatment")),
                SHARES);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        TestIds.set(table, "import.columns");
        GridData size = (GridData) table.getLayoutData();
        size.widthHint = LEAST;
        size.heightHint = LEAST;
        FittedColumns.fit(table, SHARES);
        for (int i = 0; i < model.draft().columns().size(); i++) {
            new TableItem(table, SWT.NONE);
            refresh(i);
        }
        table.addListener(SWT.Selection, event -> selected.accept(table.getSelectionIndex()));
    }

    int selection() {
        return table.getSelectionIndex();
    }

    void select(int index) {
        table.setSelection(index);
    }

    void refreshAll() {
        for (int i = 0; i < table.getItemCount(); i++) {
            refresh(i);
        }
    }

    void refresh(int index) {
        ColumnPlan column = model.draft().column(index);
        table.getItem(index).setText(new String[] {
            "<b>" + Html.small(name(column)) + "</b>",
            Html.small(type(index, column)),
            Html.small(wording.roles(column.field().roles())),
            privacy(column.field().privacy()),
            Html.small(model.example(index).orElse("")),
            stored(index),
            treatment(index, column)
        });
    }

    /** In the file, and in the data set where that is another one. */
    private static String name(ColumnPlan column) {
        String stored = column.field().name();
        return stored.equals(column.column()) ? stored : column.column() + " → " + stored;
    }

    private String type(int index, ColumnPlan column) {
        String type = wording.type(column.field().type());
        return model.profile(index)
                .filter(p -> column.field().type().isText())
                .map(p -> type + " (" + wording.distinct(p) + ")")
                .orElse(type);
    }

    private String privacy(Privacy privacy) {
        return Html.tag(wording.privacy(privacy), Wording.kind(privacy));
    }

    private String stored(int index) {
        return model.refusal(index).isPresent()
                ? Html.tag(wording.own("plan.refused"), "danger")
                : Html.small(model.exampleStored(index).orElse("—"));
    }

    private String treatment(int index, ColumnPlan column) {
        boolean kept = column.treatment().keeps();
        boolean refused = model.refusal(index).isPresent();
        return Html.tag(wording.treatment(column.treatment()), refused ? "danger" : kept ? "neutral" : "ok");
    }
}
