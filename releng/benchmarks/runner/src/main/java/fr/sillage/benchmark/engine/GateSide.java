package fr.sillage.benchmark.engine;

import fr.sillage.analysis.crossing.internal.Crossing;
import fr.sillage.anonymizer.pseudonym.internal.Pseudonym;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import fr.sillage.benchmark.sample.OwnExtensions;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.internal.analysis.AnalysisRunner;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.QueryEngine;
import fr.sillage.source.csv.internal.CsvSource;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.util.List;
import java.util.Map;

/** Crossings as a member asks for them, in a JVM of its own; the data folder is the property {@code sillage.data}. */
final class GateSide {
    static final String PUBLISHED = "published ";
    static final String BARE = "bare ";

    private static final double WARM_SECONDS = 5;
    private static final String ROWS = "academie";
    private static final String COLUMNS = "modalite";
    private static final String FILTERED = "corps";
    private static final List<String> KEPT = List.of("Corps 1", "Corps 2", "Corps 3", "Corps 4");

    private GateSide() {}

    /** What is asked. */
    enum Asked {
        WHOLE(Selection.FIRST, Filter.ALL),
        FILTERED(
                Selection.FIRST.with(new Selection.Choice(Works.REGISTRATIONS, GateSide.FILTERED, false, KEPT, "", "")),
                Filter.In.texts(field(GateSide.FILTERED), KEPT));

        private final Selection selection;
        private final Filter filter;

        Asked(Selection selection, Filter filter) {
            this.selection = selection;
            this.filter = filter;
        }

        @Override
        public String toString() {
            return this == WHOLE ? "crossing of all rows" : "crossing with a filter";
        }
    }

    private static FieldRef field(String column) {
        return new FieldRef(Works.REGISTRATIONS, column);
    }

    /** @param arguments measured rounds */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        try (DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            Silo silo = Silos.open(store);
            QueryEngine engine = SillageSilo.engine(silo);
            DataSetId data = SillageSilo.dataSet(silo, "module").id();
            for (Asked crossing : Asked.values()) {
                Query.Aggregate query =
                        new Query.Aggregate(List.of(field(ROWS), field(COLUMNS)), crossing.filter, Unit.ROW);
                ChildJvm.tell(
                        BARE + crossing,
                        Stopwatch.warm(WARM_SECONDS, rounds, () -> engine.answer(query, JobControl.NONE)));
                ChildJvm.tell(
                        PUBLISHED + crossing,
                        Stopwatch.warm(WARM_SECONDS, rounds, () -> published(store, data, crossing)));
            }
        }
        System.exit(0); // Derby keeps threads
    }

    /** For a member who has seen nothing yet, with nothing held of earlier results. */
    private static Object published(DerbySiloStore store, DataSetId data, Asked crossing) throws Exception {
        OwnExtensions extensions = new OwnExtensions(new CsvSource(), new Pseudonym(), new Crossing());
        return new AnalysisRunner(store, extensions)
                .run(
                        Silos.member(),
                        extensions.analyses().getFirst(),
                        Map.of(Works.REGISTRATIONS, data),
                        crossing.selection.in(new Values(Map.of("rows", ROWS, "columns", COLUMNS))),
                        JobControl.NONE);
    }
}
