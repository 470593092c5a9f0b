package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Field;
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
final class PlanDraft {
    private final ImportPlan proposed;
    private final List<ColumnPlan> columns;
    private String name;

    PlanDraft(ImportPlan proposed) {
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

    /** The columns' names as they would be stored. */
    List<String> names() {
        return columns.stream().map(column -> column.field().name()).toList();
    }

    ColumnPlan column(int index) {
        return columns.get(index);
    }

    void rename(int index, String other) {
        ColumnPlan old = columns.get(index);
        Field field = old.field();
        columns.set(index, old.with(new Field(other.strip(), field.type(), field.roles(), field.privacy())));
    }

    void format(int index, ValueFormat format) {
        columns.set(index, columns.get(index).with(format));
    }

    void role(int index, Set<RoleId> roles) {
        ColumnPlan old = columns.get(index);
        columns.set(index, old.with(old.field().withRoles(roles)));
    }

    void privacy(int index, Privacy privacy) {
        ColumnPlan old = columns.get(index);
        columns.set(index, old.with(old.field().withPrivacy(privacy)));
    }

    void treatment(int index, Treatment treatment) {
        columns.set(index, columns.get(index).with(treatment));
    }

    ImportPlan plan() {
        return new ImportPlan(name, proposed.source(), proposed.settings(), columns, proposed.attribution());
    }
}
