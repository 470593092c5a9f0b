package fr.sillage.benchmark.sample;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A source, an anonymizer and an analysis as their bundles contribute them, enabled everywhere. */
public final class OwnExtensions implements Extensions, CommunityExtensions {
    private static final String SLOT = "registrations";

    private final DataSource source;
    private final Anonymizer anonymizer;
    private final Analysis analysis;

    public OwnExtensions(DataSource source, Anonymizer anonymizer, Analysis analysis) {
        this.source = source;
        this.anonymizer = anonymizer;
        this.analysis = analysis;
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
        return List.of(new Csv(source));
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        return List.of(new ByPseudonym(anonymizer));
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return List.of(new ByCrossing(analysis));
    }

    private static ParameterDescriptor parameter(String name, ParameterDescriptor.Kind kind, Optional<String> initial) {
        return new ParameterDescriptor(
                name,
                kind,
                initial,
                false,
                Optional.of(SLOT),
                kind == ParameterDescriptor.Kind.CHOICE ? List.of("rows", "persons") : List.of());
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
