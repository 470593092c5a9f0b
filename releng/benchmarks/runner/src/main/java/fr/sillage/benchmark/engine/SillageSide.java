package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.engine.QueryEngine;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;

/** Sillage's side, in a JVM of its own; the data folder is the system property {@code sillage.data}. */
final class SillageSide {
    static final double WARM_SECONDS = 2;

    private SillageSide() {}

    /** @param arguments measured rounds, part of the works' names */
    public static void main(String[] arguments) throws Exception {
        try (DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            QueryEngine engine = SillageSilo.engine(Silos.open(store));
            for (Work<?> work : Works.all()) {
                if (work.name().contains(arguments[1])) {
                    measure(engine, work, Integer.parseInt(arguments[0]));
                }
            }
        }
        System.exit(0); // Derby keeps threads
    }

    private static <A> void measure(QueryEngine engine, Work<A> work, int measured) throws Exception {
        ChildJvm.tell("check " + work.name(), work.check(work.asked().apply(engine)));
        ChildJvm.tell(
                work.name(),
                Stopwatch.warm(WARM_SECONDS, measured, () -> work.asked().apply(engine)));
    }
}
