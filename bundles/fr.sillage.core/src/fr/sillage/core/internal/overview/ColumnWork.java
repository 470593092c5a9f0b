package fr.sillage.core.internal.overview;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.data.Field;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.PublicationGate;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.rounding.RoundedCount;
import fr.sillage.core.gate.suppression.SuppressingGate;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.ColumnOverview.Shape;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at one column after the other of a table, and has each result published by the gate. */
final class ColumnWork {
    private static final String ID = "fr.sillage.core.overview";
    private static final int MOST_VALUES = 12;

    private final TableReader reader;
    private final Provenance.Origin origin;
    private final PublicationRule rule;
    private final JobControl job;
    private final Counter counter;
    private final PublicationGate gate = new SuppressingGate();

    ColumnWork(TableReader reader, Provenance.Origin origin, PublicationRule rule, JobControl job) {
        this.reader = reader;
        this.origin = origin;
        this.rule = rule;
        this.job = job;
        this.counter = new Counter(reader, job);
    }

    ColumnOverview of(int column) {
        Field field = reader.table().fields().get(column);
        FieldRef ref = new FieldRef(Counter.SLOT, field.name());
        ColumnFacts seen = ColumnFacts.of(reader, column, job);
        Slicing slicing = Slicing.of(field, seen);
        Cell everything = counter.of(Filter.ALL);
        Folding folding = folding(ref, slicing);
        Cells evidence = evidence(ref, folding.all(), everything);
        long distinct = seen.distinct();
        long step = RoundedCount.step(everything.rows(), everything.persons(), rule.threshold());
        Draft draft = new Draft(
                List.of(values(evidence, folding.all(), step), summary(evidence, distinct, folding.values(), step)),
                List.of(),
                List.of());
        return new ColumnOverview(
                field.name(),
                slicing.shape(),
                seen.isCapped(),
                gate.publish(
                        draft, evidence, rule, ID, Values.NONE.with("column", field.name()), List.of(origin), job));
    }

    private Folding folding(FieldRef column, Slicing slicing) {
        Filter without = new Filter.Missing(column);
        List<Slice> slices = new ArrayList<>();
        if (slicing.shape() == Shape.NONE) {
            Filter with = new Filter.Not(without);
            add(slices, new Value.Term("present"), with, counter.of(with));
            add(slices, Folding.MISSING, without, counter.of(without));
        } else {
            Cells cells = counter.by(slicing.keys());
            slices.addAll(slicing.slices(cells));
            add(slices, Folding.MISSING, without, cells.missing());
        }
        int most = slicing.ordered() ? Integer.MAX_VALUE : MOST_VALUES;
        return Folding.of(slices, most, rule.threshold(), counter::of);
    }

    private static void add(List<Slice> slices, Value.Term name, Filter filter, Cell cell) {
        if (cell.rows() > 0) {
            slices.add(new Slice(name, filter, cell.rows(), cell.persons()));
        }
    }

    private Cells evidence(FieldRef column, List<Slice> slices, Cell everything) {
        List<Cell> cells = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            cells.add(new Cell(Region.of(i), slices.get(i).rows(), slices.get(i).persons()));
            labels.add(Integer.toString(i));
        }
        cells.add(new Cell(Region.of(Region.ALL), everything.rows(), everything.persons()));
        return new Cells(
                List.of(column),
                Unit.ROW,
                List.of(labels),
                cells,
                Counter.knowsPersons(reader.table().fields()),
                new Cell(Region.of(Region.MISSING), 0, 0),
                new Cell(Region.of(Region.EXCLUDED), 0, 0));
    }

    /** Rounded: beside exact numbers of almost the same rows these would tell of few persons. */
    private static Table values(Cells evidence, List<Slice> slices, long step) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            Quantity exact = evidence.rows(Region.of(i));
            long rounded = RoundedCount.of(slices.get(i).rows(), step).shown();
            long shown = Math.min(rounded, evidence.cell(evidence.total()).rows());
            rows.add(List.of(
                    slices.get(i).name(),
                    new Value.Number(new Quantity(shown, exact.follows(), Scale.COUNT, Bounds.NONE))));
        }
        return new Table(
                "values",
                List.of(
                        new TableColumn("value", TableColumn.Kind.LABEL),
                        new TableColumn("rows", TableColumn.Kind.INTEGER)),
                rows);
    }

    private static Table summary(Cells evidence, long distinct, long others, long step) {
        return new Table(
                "summary",
                List.of(
                        new TableColumn("name", TableColumn.Kind.TERM),
                        new TableColumn("value", TableColumn.Kind.INTEGER)),
                List.of(
                        List.of(new Value.Term("rows"), new Value.Number(evidence.rows(evidence.total()))),
                        List.of(new Value.Term("persons"), new Value.Number(evidence.persons(evidence.total()))),
                        List.of(new Value.Term("distinct"), overall(evidence, distinct)),
                        List.of(new Value.Term("others"), overall(evidence, others)),
                        List.of(new Value.Term("step"), overall(evidence, step))));
    }

    /** A number of values, which is seen wherever anything is. */
    private static Value overall(Cells evidence, long number) {
        return new Value.Number(new Quantity(number, Set.of(evidence.total()), Scale.COUNT, Bounds.NONE));
    }
}
