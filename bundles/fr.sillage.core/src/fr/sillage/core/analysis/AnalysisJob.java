package fr.sillage.core.analysis;

import fr.sillage.api.Values;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.silo.DataSetId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An analysis to run in the background; yields a {@link fr.sillage.api.published.Published}.
 *
 * @param analysis id
 * @param data for each slot the data set that fills it
 */
public record AnalysisJob(String analysis, Map<String, DataSetId> data, Values parameters) {
    public static final String KIND = "analysis";

    private static final String ANALYSIS = "analysis";
    private static final String DATA = "data.";
    private static final String PARAMETER = "parameter.";

    public AnalysisJob {
        Objects.requireNonNull(analysis);
        data = Map.copyOf(data);
        Objects.requireNonNull(parameters);
    }

    /** @throws IllegalArgumentException where the specification is not one of an analysis */
    public static AnalysisJob of(JobSpec spec) {
        Map<String, DataSetId> data = new HashMap<>();
        Map<String, String> parameters = new HashMap<>();
        spec.arguments().forEach((name, value) -> {
            if (name.startsWith(DATA)) {
                data.put(name.substring(DATA.length()), new DataSetId(UUID.fromString(value)));
            } else if (name.startsWith(PARAMETER)) {
                parameters.put(name.substring(PARAMETER.length()), value);
            }
        });
        return new AnalysisJob(spec.argument(ANALYSIS), data, new Values(parameters));
    }

    /** @param subject names of the data sets, for people */
    public JobSpec spec(String subject) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(ANALYSIS, analysis);
        data.forEach((slot, id) -> arguments.put(DATA + slot, id.value().toString()));
        parameters.byName().forEach((name, value) -> arguments.put(PARAMETER + name, value));
        return new JobSpec(KIND, subject, arguments);
    }
}
