package fr.sillage.core.imports;

import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.json.Json;
import java.util.Map;
import java.util.Objects;

/**
 * An import to run in the background; yields a {@link fr.sillage.core.silo.ImportRecord}.
 *
 * @param file name under which the silo's spool keeps the file
 * @param acceptRejects whether to go on with more than one rejected row in a hundred
 */
public record ImportJob(String file, ImportPlan plan, boolean acceptRejects) {
    public static final String KIND = "import";

    private static final String FILE = "file";
    private static final String PLAN = "plan";
    private static final String ACCEPT = "acceptRejects";

    public ImportJob {
        Objects.requireNonNull(file);
        Objects.requireNonNull(plan);
    }

    /** @throws IllegalArgumentException where the specification is not one of an import */
    public static ImportJob of(JobSpec spec) {
        return new ImportJob(
                spec.argument(FILE),
                Json.read(spec.argument(PLAN), ImportPlan.class),
                Boolean.parseBoolean(spec.argument(ACCEPT)));
    }

    /** @param subject the file's name, for people */
    public JobSpec spec(String subject) {
        return new JobSpec(
                KIND, subject, Map.of(FILE, file, PLAN, Json.write(plan), ACCEPT, Boolean.toString(acceptRejects)));
    }

    public ImportJob acceptingRejects() {
        return new ImportJob(file, plan, true);
    }
}
