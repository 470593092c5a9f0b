package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A column and some of its values, chosen in a dialog. */
abstract class SelectionDialog {
    private static final int WIDTH = 440;
    private static final int LIST_HEIGHT = 260;
    private static final int ROW_HEIGHT = 28;

    protected final Wording wording;
    protected final Shell dialog;
    private final Composite owner;
    private final List<Field> fields;
    private final Function<String, List<String>> categories;
    private final Set<String> checked = new LinkedHashSet<>();
    private List<String> values = List.of();
    private Combo column;
    private Label problem;

    SelectionDialog(Composite owner, Wording wording, List<Field> fields, Function<String, List<String>> categories) {
        this.owner = owner;
        this.wording = wording;
        this.fields = fields;
        this.categories = categories;
        this.dialog = new Shell(owner.getShell(), SWT.APPLICATION_MODAL | SWT.NO_TRIM);
    }

    protected abstract String key();

    /** What stands under the column; called again for another one. */
    protected abstract void body(Composite parent, Field field);

    /** @return says what is missing; empty where it was accepted */
    protected abstract String accept(Field field);

    void open() {
        dialog.setData(RWT.CUSTOM_VARIANT, "dialog");
        dialog.setText(wording.own(key() + ".title"));
        Access.name(dialog, wording.own(key() + ".title"));
        dialog.setLayout(Kit.grid(1, 24, 10));
        Kit.label(dialog, wording.own(key() + ".title"), "section", SWT.NONE);
        Kit.label(dialog, wording.own("column"), "field", SWT.NONE);
        column = Kit.combo(dialog, fields.stream().map(Field::name).toList(), 0);
        ((GridData) column.getLayoutData()).widthHint = WIDTH;
        Look.identify(column, "selection.column");
        Composite body = Kit.box(dialog, 1, 0);
        body.setLayoutData(Kit.wide());
        column.addListener(SWT.Selection, event -> show(body));
        problem = Kit.label(dialog, "", "error", SWT.WRAP);
        problem.setLayoutData(Kit.wide());
        Access.live(problem, true);
        Look.identify(problem, "selection.problem");
        Composite foot = Kit.box(dialog, 2, 0);
        foot.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        Look.identify(Kit.secondary(foot, wording.own("selection.cancel"), dialog::close), "selection.cancel");
        Look.identify(Kit.primary(foot, wording.own(key() + ".accept"), this::accept), "selection.accept");
        // when the page goes on, the owner goes, and the dialog with it
        Listener leave = event -> dialog.dispose();
        owner.addListener(SWT.Dispose, leave);
        dialog.addListener(SWT.Dispose, event -> {
            if (!owner.isDisposed()) {
                owner.removeListener(SWT.Dispose, leave);
                owner.setFocus();
            }
        });
        show(body);
        dialog.open();
        column.setFocus();
    }

    private Field field() {
        return fields.get(Math.max(0, column.getSelectionIndex()));
    }

    private void show(Composite body) {
        for (var child : body.getChildren()) {
            child.dispose();
        }
        checked.clear();
        body(body, field());
        dialog.pack();
        dialog.layout(true, true); // another column may need just as much room
        var screen = dialog.getDisplay().getBounds();
        var size = dialog.getSize();
        dialog.setLocation((screen.width - size.x) / 2, Math.max(20, (screen.height - size.y) / 3));
    }

    private void accept() {
        String missing = accept(field());
        if (missing.isEmpty()) {
            dialog.close();
        } else {
            problem.setText(Labels.plain(missing));
            dialog.pack();
        }
    }

    /** In the order of the list. */
    protected List<String> checkedValues() {
        return values.stream().filter(checked::contains).toList();
    }

    /** A list of the column's values to check, with a field to find some. */
    protected void list(Composite parent, Field field) {
        values = categories.apply(field.name());
        Text search = new Text(parent, SWT.BORDER | SWT.SEARCH);
        search.setMessage(wording.own("selection.search"));
        Access.name(search, wording.own("selection.search"));
        GridData wide = Kit.wide();
        wide.heightHint = Kit.CONTROL_HEIGHT - 14;
        search.setLayoutData(wide);
        Composite all = Kit.box(parent, 2, 0);
        Table table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        Look.identify(
                Look.link(all, wording.own("selection.all"), () -> checkAll(table, search, true)), "selection.all");
        Look.identify(
                Look.link(all, wording.own("selection.none"), () -> checkAll(table, search, false)), "selection.none");
        Look.identify(table, "selection.values");
        Access.name(table, wording.own("selection.values"));
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        new TableColumn(table, SWT.NONE).setWidth(WIDTH - 24);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = Math.min(LIST_HEIGHT, Math.max(3, values.size()) * ROW_HEIGHT);
        place.widthHint = WIDTH;
        table.setLayoutData(place);
        fill(table, "");
        search.addListener(SWT.Modify, event -> fill(table, search.getText()));
        table.addListener(SWT.Selection, event -> {
            TableItem item = (TableItem) event.item;
            if (event.detail != SWT.CHECK) {
                item.setChecked(!item.getChecked());
            }
            String value = (String) item.getData();
            if (item.getChecked()) {
                checked.add(value);
            } else {
                checked.remove(value);
            }
        });
    }

    /** Of those that are found: with a search, these alone. */
    private void checkAll(Table table, Text search, boolean check) {
        if (check) {
            checked.addAll(found(search.getText()));
        } else {
            found(search.getText()).forEach(checked::remove);
        }
        fill(table, search.getText());
    }

    private List<String> found(String wanted) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(lower))
                .toList();
    }

    private void fill(Table table, String wanted) {
        table.removeAll();
        for (String value : found(wanted)) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(Html.visible(value));
            item.setData(value);
            item.setChecked(checked.contains(value));
        }
    }
}
