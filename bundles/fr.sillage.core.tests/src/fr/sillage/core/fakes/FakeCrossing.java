package fr.sillage.core.fakes;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Counts rows by the columns of the parameters {@code rows} and {@code columns}: each cell, and each margin with the term
 * {@code all} in the place of a category.
 */
public record FakeCrossing() implements AnalysisDescriptor {
    public static final String SLOT = "slot";

    @Override
    public Analysis analysis() {
        return (in, values, job) -> {
            Cells cells = in.ask(new Query.Aggregate(
                    List.of(new FieldRef(SLOT, values.require("rows")), new FieldRef(SLOT, values.require("columns"))),
                    Unit.ROW));
            List<List<Value>> rows = new ArrayList<>();
            for (int row = Region.ALL; row < cells.labels(0).size(); row++) {
                for (int column = Region.ALL; column < cells.labels(1).size(); column++) {
                    rows.add(List.of(
                            name(cells, 0, row),
                            name(cells, 1, column),
                            new Value.Number(cells.rows(Region.of(row, column)))));
                }
            }
            Table table = new Table(
                    "counts",
                    List.of(
                            new TableColumn("row", TableColumn.Kind.LABEL),
                            new TableColumn("column", TableColumn.Kind.LABEL),
                            new TableColumn("rows", TableColumn.Kind.INTEGER)),
                    rows);
            return new Draft(List.of(table), List.of(), List.of());
        };
    }

    private static Value name(Cells cells, int key, int code) {
        return code == Region.ALL
                ? new Value.Term("all")
                : new Value.Label(cells.labels(key).get(code));
    }

    @Override
    public String id() {
        return "crossing";
    }

    @Override
    public String alias() {
        return "crossing";
    }

    @Override
    public String bundle() {
        return "test";
    }

    @Override
    public String name(Locale locale) {
        return "Croisement";
    }

    @Override
    public String description(Locale locale) {
        return "";
    }

    @Override
    public List<SlotDescriptor> slots() {
        return List.of(new SlotDescriptor(SLOT, Set.of()));
    }

    @Override
    public List<ParameterDescriptor> parameters() {
        return List.of(column("rows"), column("columns"));
    }

    private static ParameterDescriptor column(String name) {
        return new ParameterDescriptor(
                name, ParameterDescriptor.Kind.COLUMN, Optional.empty(), true, Optional.of(SLOT), List.of());
    }
}
