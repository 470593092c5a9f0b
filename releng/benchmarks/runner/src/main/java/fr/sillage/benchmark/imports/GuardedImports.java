package fr.sillage.benchmark.imports;

import fr.sillage.analysis.crossing.internal.Crossing;
import fr.sillage.anonymizer.pseudonym.internal.Pseudonym;
import fr.sillage.benchmark.sample.OwnExtensions;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.internal.imports.ImportPipeline;
import fr.sillage.core.internal.imports.SiloPlans;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.source.csv.internal.CsvSource;
import java.util.Locale;

/** The import pipeline as the platform has it: source and anonymizer behind their guards. */
public final class GuardedImports {
    private GuardedImports() {}

    private record Own(String id) implements Contribution {
        @Override
        public String bundle() {
            return id;
        }

        @Override
        public String name(Locale locale) {
            return id;
        }
    }

    public static Imports of(SiloStore store, ExtensionGuard guard) {
        OwnExtensions extensions = new OwnExtensions(
                guard.source(new Own("csv"), CsvSource::new),
                guard.anonymizer(new Own("pseudonym"), Pseudonym::new),
                new Crossing());
        return new ImportPipeline(extensions, extensions, store, new SiloPlans(extensions, store));
    }
}
