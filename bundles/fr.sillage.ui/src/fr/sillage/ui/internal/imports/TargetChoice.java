package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Field;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** Where the rows go: into a new data set, after those of another one, in their place, or in that of some of them. */
final class TargetChoice {
    private static final List<ImportMode> MODES =
            List.of(ImportMode.NEW, ImportMode.APPEND, ImportMode.REPLACE, ImportMode.REPLACE_BY_KEY);
    private static final int MODE_WIDTH = 220;
    private static final int NAME_WIDTH = 320;

    private final Wording wording;
    private final List<DataSet> dataSets;
    private final PlanModel model;
    private final Runnable changed;
    private KeyChoice key;
    private Combo mode;
    private Combo existing;
    private Text name;

    /** @param changed told of each choice */
    TargetChoice(Wording wording, List<DataSet> dataSets, PlanModel model, Runnable changed) {
        this.wording = wording;
        this.dataSets = dataSets;
        this.model = model;
        this.changed = changed;
    }

    /**
     * @param start chosen at first; empty where the person is to choose
     * @param newName wanted for a new data set; numbered where it is taken
     */
    void show(Composite parent, Optional<Target> start, String newName) {
        Composite line = Kit.box(parent, 4, 0);
        line.setLayoutData(Kit.wide());
        Kit.label(line, wording.own("target"), "field", SWT.NONE);
        List<String> modes = MODES.stream()
                .limit(dataSets.isEmpty() ? 1 : MODES.size())
                .map(m -> wording.own("target." + m.name()))
                .toList();
        mode = Kit.combo(line, modes, start.map(t -> MODES.indexOf(t.mode())).orElse(-1));
        ((GridData) mode.getLayoutData()).widthHint = MODE_WIDTH;
        mode.setToolTipText(wording.own("target"));
        TestIds.set(mode, "import.mode");
        existing = Kit.combo(
                line,
                dataSets.stream().map(DataSet::name).toList(),
                position(start, model.draft().names()));
        ((GridData) existing.getLayoutData()).widthHint = NAME_WIDTH;
        existing.setToolTipText(wording.own("target.existing"));
        TestIds.set(existing, "import.existing");
        name = new Text(line, SWT.BORDER);
        GridData size = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        size.widthHint = NAME_WIDTH;
        name.setLayoutData(size);
        name.setText(free(newName));
        name.setMessage(wording.own("plan.name"));
        name.setToolTipText(wording.own("plan.name"));
        TestIds.set(name, "import.name");
        key = new KeyChoice(
                wording, new KeyModel(model::stored, start.map(Target::keys).orElse(List.of())), changed);
        key.show(parent);
        mode.addListener(SWT.Selection, event -> {
            place();
            changed.run();
        });
        existing.addListener(SWT.Selection, event -> changed.run());
        name.addListener(SWT.Modify, event -> changed.run());
        place();
    }

    private String free(String wanted) {
        String free = wanted;
        for (int i = 2; taken(free); i++) {
            free = wanted + " (" + i + ")";
        }
        return free;
    }

    private boolean taken(String name) {
        return dataSets.stream().anyMatch(d -> d.name().equalsIgnoreCase(name));
    }

    private int position(Optional<Target> start, Collection<String> columns) {
        return start.flatMap(Target::existing)
                .map(id -> dataSets.stream().map(DataSet::id).toList().indexOf(id))
                .orElseGet(() -> only(dataSets.size() == 1 ? dataSets : alike(columns)));
    }

    private int only(List<DataSet> possible) {
        return possible.size() == 1 ? dataSets.indexOf(possible.getFirst()) : -1;
    }

    /** Those without other columns; the ones that have most of them. */
    private List<DataSet> alike(Collection<String> columns) {
        List<DataSet> fitting = dataSets.stream()
                .filter(dataSet -> dataSet.fields().stream().map(Field::name).allMatch(columns::contains))
                .toList();
        int most = fitting.stream()
                .mapToInt(dataSet -> dataSet.fields().size())
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(dataSet -> dataSet.fields().size() == most)
                .toList();
    }

    private void place() {
        boolean further = mode.getSelectionIndex() > 0;
        place(existing, further);
        place(name, mode.getSelectionIndex() == 0);
        key.place(byKey());
        mode.getParent().getParent().layout(true, true);
    }

    private static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }

    private boolean byKey() {
        return mode.getSelectionIndex() >= 0 && MODES.get(mode.getSelectionIndex()) == ImportMode.REPLACE_BY_KEY;
    }

    /** After columns were changed. */
    void refresh() {
        key.refresh();
    }

    /** What to say while something is still to be chosen. */
    String missing() {
        if (mode.getSelectionIndex() == 0) {
            return wording.own("target.taken", name());
        }
        return wording.own(
                byKey() && existing.getSelectionIndex() >= 0 && key.names().isEmpty()
                        ? "key.missing"
                        : "target.missing");
    }

    /** Empty while something is still to be chosen. */
    Optional<Target> target() {
        int index = mode.getSelectionIndex();
        if (index < 0 || index > 0 && existing.getSelectionIndex() < 0) {
            return Optional.empty();
        }
        if (index == 0) {
            return Optional.of(Target.NEW).filter(target -> !taken(name()));
        }
        DataSetId dataSet = dataSets.get(existing.getSelectionIndex()).id();
        if (!byKey()) {
            return Optional.of(Target.of(MODES.get(index), dataSet));
        }
        return key.names().isEmpty() ? Optional.empty() : Optional.of(Target.byKey(dataSet, key.names()));
    }

    /** Of a new data set. */
    String name() {
        return name.getText().strip();
    }

    void enable(boolean enabled) {
        mode.setEnabled(enabled);
        existing.setEnabled(enabled);
        name.setEnabled(enabled);
        key.enable(enabled);
    }
}
