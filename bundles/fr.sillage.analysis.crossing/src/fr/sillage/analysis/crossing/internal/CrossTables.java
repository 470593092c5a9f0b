package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.List;

/** The tables of a cross-tabulation: one line a cell, one a margin, one a statistic. */
final class CrossTables {
    private final CrossMeasures measures;
    private final Cells cells;

    CrossTables(CrossMeasures measures) {
        this.measures = measures;
        this.cells = measures.cells();
    }

    static Figure figure(Unit unit) {
        return new Figure(
                "shares",
                Figure.Kind.STACKED_SHARES,
                "counts",
                "row",
                "column",
                unit == Unit.ROW ? "rows" : "persons",
                "margins");
    }

    List<Table> tables() {
        return List.of(counts(), margins(), statistics());
    }

    private Table counts() {
        List<List<Value>> lines = new ArrayList<>();
        for (int i = 0; i < measures.rows(); i++) {
            for (int j = 0; j < measures.columns(); j++) {
                Region cell = CrossMeasures.cell(i, j);
                lines.add(List.of(
                        new Value.Label(cells.labels(0).get(i)),
                        new Value.Label(cells.labels(1).get(j)),
                        number(cells.rows(cell)),
                        number(cells.persons(cell)),
                        number(measures.expected(i, j)),
                        number(measures.residual(i, j)),
                        number(measures.holm(i, j)),
                        new Value.HiddenFlag(cell)));
            }
        }
        return new Table(
                "counts",
                List.of(
                        new TableColumn("row", Kind.LABEL),
                        new TableColumn("column", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER),
                        new TableColumn("persons", Kind.INTEGER),
                        new TableColumn("expected", Kind.DECIMAL),
                        new TableColumn("residual", Kind.DECIMAL),
                        new TableColumn("holm_p", Kind.PROBABILITY),
                        new TableColumn("hidden", Kind.FLAG)),
                lines);
    }

    private Table margins() {
        List<List<Value>> lines = new ArrayList<>();
        for (int i = 0; i < measures.rows(); i++) {
            lines.add(margin("rows", cells.labels(0).get(i), CrossMeasures.rowOf(i)));
        }
        for (int j = 0; j < measures.columns(); j++) {
            lines.add(margin("columns", cells.labels(1).get(j), CrossMeasures.columnOf(j)));
        }
        return new Table(
                "margins",
                List.of(
                        new TableColumn("axis", Kind.TERM),
                        new TableColumn("category", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER),
                        new TableColumn("persons", Kind.INTEGER),
                        new TableColumn("hidden", Kind.FLAG)),
                lines);
    }

    private List<Value> margin(String axis, String category, Region region) {
        return List.of(
                new Value.Term(axis),
                new Value.Label(category),
                number(cells.rows(region)),
                number(cells.persons(region)),
                new Value.HiddenFlag(region));
    }

    private Table statistics() {
        List<List<Value>> lines = List.of(
                statistic("chi_square", measures.chiSquare()),
                statistic("df", measures.overall(measures.table().degreesOfFreedom())),
                statistic("p", measures.p()),
                statistic("cramers_v", measures.cramersV()),
                statistic("smallest_expected", measures.smallestExpected()),
                statistic("rows", cells.rows(cells.total())),
                statistic("persons", cells.persons(cells.total())),
                statistic("repeated", measures.overall(cells.repeated())));
        return new Table(
                "statistics",
                List.of(new TableColumn("name", Kind.TERM), new TableColumn("value", Kind.DECIMAL)),
                lines);
    }

    private static List<Value> statistic(String name, Quantity quantity) {
        return List.of(new Value.Term(name), number(quantity));
    }

    private static Value number(Quantity quantity) {
        return new Value.Number(quantity);
    }
}
