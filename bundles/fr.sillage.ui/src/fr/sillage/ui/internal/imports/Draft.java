package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A proposed plan while a person changes it. */
final class Draft {
    private final ImportPlan proposed;
    private final List<ColumnPlan> columns;
    private String name;

    Draft(ImportPlan proposed) {
        this.proposed = proposed;
        columns = new ArrayList<>(proposed.columns());
        name = proposed.dataSet();
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other.strip();
    }

    List<ColumnPlan> columns() {
        return List.copyOf(columns);
    }

    ColumnPlan column(int index) {
        return columns.get(index);
    }

    void format(int index, ValueFormat format) {
        ColumnPlan old = columns.get(index);
        columns.set(index, new ColumnPlan(old.field().withType(format.type()), format, old.treatment()));
    }

    void role(int index, Set<RoleId> roles) {
        ColumnPlan old = columns.get(index);
        columns.set(index, new ColumnPlan(old.field().withRoles(roles), old.format(), old.treatment()));
    }

    void privacy(int index, Privacy privacy) {
        ColumnPlan old = columns.get(index);
        columns.set(index, new ColumnPlan(old.field().withPrivacy(privacy), old.format(), old.treatment()));
    }

    void treatment(int index, Treatment treatment) {
        ColumnPlan old = columns.get(index);
        columns.set(index, new ColumnPlan(old.field(), old.format(), treatment));
    }

    ImportPlan plan() {
        return new ImportPlan(name, proposed.source(), proposed.settings(), columns, proposed.attribution());
    }
}
