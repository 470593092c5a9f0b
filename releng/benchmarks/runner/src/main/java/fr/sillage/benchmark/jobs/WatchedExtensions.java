package fr.sillage.benchmark.jobs;

import fr.sillage.analysis.crossing.internal.Crossing;
import fr.sillage.anonymizer.pseudonym.internal.Pseudonym;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.source.DataSource;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.source.csv.internal.CsvSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The product's own source, anonymizer and analysis, of which the trigger learns where they are. */
final class WatchedExtensions implements Extensions, CommunityExtensions {
    private static final String SLOT = "registrations";

    private final Trigger trigger;

    WatchedExtensions(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public Extensions in(CommunityContext context) {
        return this;
    }

    @Override
    public List<Choice> choices(CommunityContext context) {
        return List.of();
    }

    @Override
    public void enable(CommunityContext context, String bundle, boolean enabled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runnable watch(Runnable changed) {
        return () -> {};
    }

    @Override
    public List<SourceDescriptor> sources() {
        return List.of(new Csv(Watched.of(
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
                                Map.of())))));
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        Anonymizer.Streaming pseudonym = new Pseudonym();
        return List.of(new ByPseudonym(Watched.of(
                Anonymizer.Streaming.class,
                pseudonym,
                Map.of("apply", () -> trigger.reached(Stage.ANONYMISE)),
                Map.of())));
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return List.of(new ByCrossing(Watched.of(Analysis.class, new Crossing(), Map.of(), Map.of("run", draft -> {
            trigger.reached(Stage.GATE);
            return draft;
        }))));
    }

    private static ParameterDescriptor parameter(String name, ParameterDescriptor.Kind kind, Optional<String> initial) {
        return new ParameterDescriptor(
                name,
                kind,
                initial,
                false,
                Optional.of(SLOT),
                kind == ParameterDescriptor.Kind.CHOICE ? List.of("rows", "persons") : List.of(),
                List.of());
    }

    private record Csv(DataSource source) implements SourceDescriptor {
        @Override
        public String id() {
            return "fr.sillage.source.csv";
        }

        @Override
        public String bundle() {
            return id();
        }

        @Override
        public String name(Locale locale) {
            return id();
        }

        @Override
        public List<ParameterDescriptor> settings() {
            return List.of();
        }
    }

    private record ByPseudonym(Anonymizer anonymizer) implements AnonymizerDescriptor {
        @Override
        public String id() {
            return "fr.sillage.anonymizer.pseudonym";
        }

        @Override
        public String bundle() {
            return id();
        }

        @Override
        public String name(Locale locale) {
            return id();
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of(parameter("scheme", ParameterDescriptor.Kind.TEXT, Optional.of("person")));
        }

        @Override
        public Optional<ProposedFor> proposedFor() {
            return Optional.of(ProposedFor.SUBJECT);
        }
    }

    private record ByCrossing(Analysis analysis) implements AnalysisDescriptor {
        @Override
        public String id() {
            return "fr.sillage.analysis.crossing";
        }

        @Override
        public String bundle() {
            return id();
        }

        @Override
        public String alias() {
            return "crossing";
        }

        @Override
        public String name(Locale locale) {
            return id();
        }

        @Override
        public String description(Locale locale) {
            return id();
        }

        @Override
        public List<SlotDescriptor> slots() {
            return List.of(new SlotDescriptor(SLOT, Set.of()));
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of(
                    parameter("rows", ParameterDescriptor.Kind.COLUMN, Optional.empty()),
                    parameter("columns", ParameterDescriptor.Kind.COLUMN, Optional.empty()),
                    parameter("unit", ParameterDescriptor.Kind.CHOICE, Optional.of("rows")));
        }
    }
}
