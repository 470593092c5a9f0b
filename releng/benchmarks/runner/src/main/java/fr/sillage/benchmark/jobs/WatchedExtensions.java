package fr.sillage.benchmark.jobs;

import fr.sillage.analysis.crossing.internal.Crossing;
import fr.sillage.anonymizer.pseudonym.internal.Pseudonym;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.source.DataSource;
import fr.sillage.benchmark.sample.OwnExtensions;
import fr.sillage.source.csv.internal.CsvSource;
import java.util.Map;

/** The product's own source, anonymizer and analysis, of which the trigger learns where they are. */
final class WatchedExtensions {
    private WatchedExtensions() {}

    static OwnExtensions of(Trigger trigger) {
        return new OwnExtensions(source(trigger), anonymizer(trigger), analysis(trigger));
    }

    private static DataSource source(Trigger trigger) {
        return Watched.of(
                DataSource.class,
                new CsvSource(),
                Map.of("detect", () -> trigger.reached(Stage.DETECT)),
                Map.of(
                        "open",
                        reader -> Watched.of(
                                DataSource.Reader.class,
                                (DataSource.Reader) reader,
                                Map.of("next", () -> {
                                    trigger.reached(Stage.PROFILE);
                                    trigger.reached(Stage.READ);
                                }),
                                Map.of())));
    }

    private static Anonymizer anonymizer(Trigger trigger) {
        return Watched.of(
                Anonymizer.Streaming.class,
                new Pseudonym(),
                Map.of("apply", () -> trigger.reached(Stage.ANONYMISE)),
                Map.of());
    }

    private static Analysis analysis(Trigger trigger) {
        return Watched.of(Analysis.class, new Crossing(), Map.of(), Map.of("run", draft -> {
            trigger.reached(Stage.GATE);
            return draft;
        }));
    }
}
