package fr.sillage.core.export;

import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.text.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An export to make in the background; yields an {@link fr.sillage.core.silo.ExportRecord}.
 *
 * @param language of the texts in the package: French or English
 * @param dataSet with its results alone; empty for all of the community
 */
public record ExportJob(Locale language, Optional<DataSetId> dataSet) {
    public static final String KIND = "export";

    private static final String LANGUAGE = "language";
    private static final String DATA_SET = "dataSet";

    public ExportJob {
        language = Texts.supported(language);
        Objects.requireNonNull(dataSet);
    }

    /** @throws IllegalArgumentException where the specification is not one of an export */
    public static ExportJob of(JobSpec spec) {
        return new ExportJob(
                Locale.of(spec.argument(LANGUAGE)),
                Optional.ofNullable(spec.arguments().get(DATA_SET))
                        .map(UUID::fromString)
                        .map(DataSetId::new));
    }

    /** @param subject name of the data set, for people; empty for all */
    public JobSpec spec(String subject) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(LANGUAGE, language.getLanguage());
        dataSet.ifPresent(id -> arguments.put(DATA_SET, id.value().toString()));
        return new JobSpec(KIND, subject, arguments);
    }
}
