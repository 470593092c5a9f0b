package fr.sillage.benchmark.engine;

import fr.sillage.api.JobControl;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import fr.sillage.benchmark.sample.Registrations;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.util.Map;

/** Sillage's side, in a JVM of its own; the data folder is the system property {@code sillage.data}. */
final class SillageSide {
    private SillageSide() {}

    /** @param arguments rows, unmeasured rounds, measured rounds */
    public static void main(String[] arguments) throws Exception {
        Registrations data = new Registrations(Long.parseLong(arguments[0]));
        try (DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            Silo silo = Silos.open(store);
            DataSet dataSet = silo.dataSets().isEmpty()
                    ? Silos.store(silo, data)
                    : silo.dataSets().getFirst();
            QueryEngine engine = new ScanQueryEngine(Map.of(
                    Work.SLOT, new StoredTable(silo.chunks(), dataSet.table(), dataSet.fields(), dataSet.rows())));
            for (Work<?> work : Work.all()) {
                measure(engine, work, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            }
        }
        System.exit(0); // Derby keeps threads
    }

    private static <R> void measure(QueryEngine engine, Work<R> work, int unmeasured, int measured) throws Exception {
        ChildJvm.tell(
                "check " + work.name(), Work.check(work.lines().apply(engine.answer(work.query(), JobControl.NONE))));
        ChildJvm.tell(
                work.name(),
                Stopwatch.median(unmeasured, measured, () -> engine.answer(work.query(), JobControl.NONE)));
    }
}
