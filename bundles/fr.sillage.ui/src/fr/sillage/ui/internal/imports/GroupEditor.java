package fr.sillage.ui.internal.imports;

import fr.sillage.api.anonymizer.Groups;
import fr.sillage.core.imports.ColumnProfile.Frequency;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.kit.TypedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The values of a column, to be gathered under names by hand. */
final class GroupEditor {
    private static final int LEAST = 200;
    private static final int ROW_HEIGHT = 32;
    private static final int NAME_WIDTH = 240;
    private static final int[] SHARES = {46, 18, 36};

    private final Wording wording;
    private final List<Frequency> values;
    private final int rare;
    private final Consumer<Groups> changed;
    private Groups groups;
    private Table table;
    private Text name;
    private Button gather;
    private Button free;
    private Label problem;

    /**
     * @param rare rows below which a value helps to recognise somebody
     * @param changed told of each change
     */
    GroupEditor(Wording wording, List<Frequency> values, Groups groups, int rare, Consumer<Groups> changed) {
        this.wording = wording;
        this.values = values;
        this.groups = groups;
        this.rare = rare;
        this.changed = changed;
    }

    Composite show(Composite parent, String column, Runnable done) {
        Composite area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Kit.label(area, wording.own("groups.title", column), "section", SWT.WRAP)
                .setLayoutData(Kit.wide());
        Kit.label(area, wording.own("groups.text"), "secondary", SWT.WRAP).setLayoutData(wide());
        table(area);
        Composite foot = Kit.box(area, 6, 0);
        foot.setLayoutData(Kit.wide());
        name = Kit.field(foot, wording.own("groups.name"), SWT.NONE);
        TestIds.set(name, "groups.name");
        GridData size = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        size.widthHint = NAME_WIDTH;
        name.setLayoutData(size);
        name.addListener(SWT.Modify, event -> enable());
        name.addListener(SWT.DefaultSelection, event -> gather());
        gather = Kit.secondary(foot, wording.own("groups.gather"), this::gather);
        TestIds.set(gather, "groups.gather");
        free = Kit.secondary(foot, wording.own("groups.free"), this::free);
        TestIds.set(free, "groups.free");
        if (values.stream().anyMatch(v -> v.count() < rare)) {
            TestIds.set(Kit.secondary(foot, wording.own("groups.rare"), this::selectRare), "groups.rare");
        }
        Button back = Kit.primary(foot, wording.own("groups.done"), done);
        ((GridData) back.getLayoutData()).horizontalAlignment = SWT.END;
        ((GridData) back.getLayoutData()).grabExcessHorizontalSpace = true;
        TestIds.set(back, "groups.done");
        problem = Kit.label(area, "", "error", SWT.WRAP);
        problem.setLayoutData(wide());
        problem.setVisible(false);
        ((GridData) problem.getLayoutData()).exclude = true;
        Access.live(problem, true);
        TestIds.set(problem, "groups.problem");
        enable();
        return area;
    }

    private static GridData wide() {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST;
        return wide;
    }

    private void table(Composite area) {
        table = new Table(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        table.setData(RWT.CUSTOM_ITEM_HEIGHT, ROW_HEIGHT);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.widthHint = LEAST;
        place.heightHint = LEAST;
        table.setLayoutData(place);
        for (String heading : List.of("groups.value", "groups.rows", "groups.group")) {
            new TableColumn(table, SWT.NONE).setText(wording.own(heading));
        }
        FittedColumns.fit(table, SHARES);
        TestIds.set(table, "groups.values");
        for (int i = 0; i < values.size(); i++) {
            new TableItem(table, SWT.NONE);
            line(i);
        }
        table.addListener(SWT.Selection, event -> {
            suggest();
            enable();
        });
    }

    private void line(int index) {
        Frequency value = values.get(index);
        String few = value.count() < rare ? " " + Html.tag(wording.own("groups.few"), "warning") : "";
        table.getItem(index).setText(new String[] {
            Html.escape(value.value()),
            wording.number(value.count()) + few,
            groups.of(value.value()).map(group -> Html.tag(group, "ok")).orElse("")
        });
    }

    /** The name of the group that all selected values are in already. */
    private void suggest() {
        List<String> names = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            names.add(groups.of(values.get(index).value()).orElse(""));
        }
        if (!names.isEmpty()
                && !names.getFirst().isEmpty()
                && names.stream().distinct().count() == 1) {
            name.setText(names.getFirst());
        }
    }

    private void gather() {
        TypedName typed = TypedName.of(name.getText(), wording.locale());
        say(typed.problem());
        typed.fit().ifPresent(this::gather);
    }

    private void gather(String group) {
        for (int index : table.getSelectionIndices()) {
            groups = groups.with(values.get(index).value(), group);
            line(index);
        }
        name.setText("");
        table.deselectAll();
        changed();
    }

    private void say(String sentence) {
        if (!problem.getText().equals(sentence)) {
            problem.setText(Labels.plain(sentence));
            problem.setVisible(!sentence.isEmpty());
            ((GridData) problem.getLayoutData()).exclude = sentence.isEmpty();
            problem.getParent().layout(true, true);
        }
    }

    private void free() {
        for (int index : table.getSelectionIndices()) {
            groups = groups.without(values.get(index).value());
            line(index);
        }
        changed();
    }

    private void changed() {
        changed.accept(groups);
        enable();
    }

    private void selectRare() {
        table.deselectAll();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).count() < rare) {
                table.select(i);
            }
        }
        name.setFocus();
        enable();
    }

    private void enable() {
        boolean some = table.getSelectionCount() > 0;
        gather.setEnabled(some && !name.getText().isBlank());
        free.setEnabled(some);
    }
}
