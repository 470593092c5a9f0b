package fr.sillage.core.imports;

import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.json.Json;
import java.util.Map;
import java.util.Objects;

/**
 * An import to run in the background; yields a {@link fr.sillage.core.silo.ImportRecord}.
 *
 * @param file name under which the silo's spool keeps the file
 */
public record ImportJob(String file, ImportRequest request) {
    public static final String KIND = "import";

    private static final String FILE = "file";
    private static final String REQUEST = "request";

    public ImportJob {
        Objects.requireNonNull(file);
        Objects.requireNonNull(request);
    }

    /** @throws IllegalArgumentException where the specification is not one of an import */
    public static ImportJob of(JobSpec spec) {
        return new ImportJob(spec.argument(FILE), request(spec.argument(REQUEST)));
    }

    private static ImportRequest request(String text) {
        try {
            return Json.read(text, ImportRequest.class);
        } catch (IllegalArgumentException e) {
            return Json.read(text, First.class).request();
        }
    }

    /** A request that waited since before there were keys. */
    record First(ImportPlan plan, FirstTarget target, boolean acceptRejects) {
        private ImportRequest request() {
            return new ImportRequest(plan, target.target(), acceptRejects);
        }
    }

    /** @param subject the file's name, for people */
    public JobSpec spec(String subject) {
        return new JobSpec(KIND, subject, Map.of(FILE, file, REQUEST, Json.write(request)));
    }

    public ImportJob acceptingRejects() {
        return new ImportJob(file, request.accepting());
    }
}
