package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * From the start of a process to the answer of its first cross-tabulation: Sillage opens its store and an encrypted silo
 * (the data folder is the system property {@code sillage.data}), DuckDB its database.
 */
final class FreshStart {
    static final String NAME = "fresh process, first cross-tabulation";

    private FreshStart() {}

    /** @param arguments when it was started, in milliseconds since 1970; DuckDB's database, if it is DuckDB's turn */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 1) {
            try (Connection connection = DuckDbSide.connect(Path.of(arguments[1]))) {
                DuckDbSide.answer(
                        connection, DuckDbTables.plain(Works.crossing().sql()), (columns, line) -> {});
                tell(arguments);
            }
            return;
        }
        try (DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            Works.crossing().asked().apply(SillageSilo.engine(Silos.open(store)));
            tell(arguments);
        }
        System.exit(0); // Derby keeps threads
    }

    private static void tell(String[] arguments) {
        ChildJvm.tell(NAME, System.currentTimeMillis() - Long.parseLong(arguments[0]));
    }
}
