package fr.sillage.benchmark.memory;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.imports.GuardedImports;
import fr.sillage.benchmark.imports.HeapWatch;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One large import and a question about it, in a JVM of its own; the data folder is {@code sillage.data}. */
final class LargeImport {
    private static final String SLOT = "data";

    private final HeapWatch heap = HeapWatch.start();
    private final Imports imports;
    private final Silo silo;

    private LargeImport(DerbySiloStore store, ExtensionGuard guard) {
        silo = Silos.open(store);
        imports = GuardedImports.of(store, guard);
    }

    /** @param arguments kind, rows, different values */
    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[1]);
        int different = Integer.parseInt(arguments[2]);
        try (ExtensionGuard guard = new ExtensionGuard();
                DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            LargeImport large = new LargeImport(store, guard);
            if (arguments[0].equals("persons")) {
                large.persons(new PersonRows(rows, different));
            } else {
                large.distinct(rows);
            }
            ChildJvm.tell("heap", large.heap.most() / 1e6);
        }
        System.exit(0); // Derby keeps threads
    }

    private void persons(PersonRows data) throws Exception {
        imported(data.file());
        long start = System.nanoTime();
        Cells cells = engine().answer(
                        new Query.Aggregate(List.of(field("region"), field("module")), Unit.SUBJECT), JobControl.NONE);
        ChildJvm.tell("crossed by rows and persons", seconds(start));
        data.check(cells);
    }

    /** Two columns in which no value comes twice. */
    private void distinct(long rows) throws Exception {
        imported(new GeneratedFile(
                "a,b",
                rows,
                (row, out) -> out.append("left ").append(row).append(",right ").append(row)));
        long start = System.nanoTime();
        Cells cells = engine().answer(
                        new Query.Aggregate(
                                List.of(field("a")),
                                Filter.In.texts(field("b"), List.of("right 3", "right " + (rows - 1), "right")),
                                Unit.ROW),
                        JobControl.NONE);
        ChildJvm.tell("filtered by one of them", seconds(start));
        if (!Set.copyOf(cells.labels(0)).equals(Set.of("left 3", "left " + (rows - 1)))) {
            throw new IllegalStateException("other values than were generated");
        }
    }

    private void imported(GeneratedFile file) throws Exception {
        ImportPlan plan = imports.propose(file).plan();
        long start = System.nanoTime();
        ImportRecord done = imports.run(Silos.member(), file, plan, true, JobControl.NONE);
        ChildJvm.tell("imported", seconds(start));
        if (done.stored() != file.rows()) {
            throw new IllegalStateException(done.stored() + " rows stored");
        }
    }

    private QueryEngine engine() {
        DataSet data = silo.dataSets().getFirst();
        return new ScanQueryEngine(
                Map.of(SLOT, new StoredTable(silo.chunks(), data.table(), data.fields(), data.rows())));
    }

    private static FieldRef field(String column) {
        return new FieldRef(SLOT, column);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
