package fr.sillage.core.fakes;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.source.DataSource;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SourceDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Some sources, and one anonymizer that writes the pseudonyms of a scheme. */
public record FakeExtensions(List<SourceDescriptor> sources) implements Extensions {
    public static final String PSEUDONYM = "test.pseudonym";

    public static SourceDescriptor source(String id, DataSource source) {
        return new FakeSource(id, source);
    }

    @Override
    public List<AnonymizerDescriptor> anonymizers() {
        return List.of(new FakeAnonymizer());
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return List.of();
    }

    private record FakeSource(String id, DataSource source) implements SourceDescriptor {
        @Override
        public String bundle() {
            return "bundle of " + id;
        }

        @Override
        public String name(Locale locale) {
            return id;
        }

        @Override
        public List<ParameterDescriptor> settings() {
            return List.of();
        }
    }

    private record FakeAnonymizer() implements AnonymizerDescriptor, Anonymizer.Streaming {
        @Override
        public String id() {
            return PSEUDONYM;
        }

        @Override
        public String bundle() {
            return "test";
        }

        @Override
        public String name(Locale locale) {
            return PSEUDONYM;
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of(new ParameterDescriptor(
                    "scheme", ParameterDescriptor.Kind.TEXT, Optional.of("mail"), true, Optional.empty(), List.of()));
        }

        @Override
        public Optional<ProposedFor> proposedFor() {
            return Optional.of(ProposedFor.SUBJECT);
        }

        @Override
        public Anonymizer anonymizer() {
            return this;
        }

        @Override
        public Optional<Field> becomes(Field field, Values parameters) {
            return Optional.of(field.withPrivacy(Privacy.OTHER));
        }

        @Override
        public Column apply(Column in, Values parameters, AnonymizerContext context) {
            var pseudonymiser = context.pseudonymiser(parameters.require("scheme"));
            return new Column.Texts(Arrays.stream(((Column.Texts) in).values())
                    .map(raw -> raw == null ? null : pseudonymiser.pseudonym(raw))
                    .toArray(String[]::new));
        }
    }
}
