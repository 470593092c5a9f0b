package fr.sillage.ui.internal.analysis;

import fr.sillage.core.jobs.JobId;
import fr.sillage.core.silo.DataSetId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the analysis page is opened with. It stands in the address of the browser: it names no column and no value, and
 * whoever opens it sees what the own rights allow.
 */
public sealed interface PageArgument {
    /** Nothing is chosen yet: {@code ANALYSIS|DATASET}. @param analysis id or short name */
    record Fresh(String analysis, DataSetId dataSet) implements PageArgument {
        public Fresh {
            Objects.requireNonNull(analysis);
            Objects.requireNonNull(dataSet);
        }

        @Override
        public String text() {
            return analysis + "|" + dataSet.value();
        }
    }

    /** What a page showed. @param id of {@link fr.sillage.core.results.AnalysisStates} */
    record OfState(String id) implements PageArgument {
        private static final String PREFIX = "state-";

        public OfState {
            Objects.requireNonNull(id);
        }

        @Override
        public String text() {
            return PREFIX + id;
        }
    }

    /** A saved analysis. */
    record OfSaved(UUID id) implements PageArgument {
        private static final String PREFIX = "saved-";

        public OfSaved {
            Objects.requireNonNull(id);
        }

        @Override
        public String text() {
            return PREFIX + id;
        }
    }

    /** What a job has found. */
    record OfJob(JobId id) implements PageArgument {
        private static final String PREFIX = "job-";

        public OfJob {
            Objects.requireNonNull(id);
        }

        @Override
        public String text() {
            return PREFIX + id.value();
        }
    }

    /** The same as text. */
    String text();

    /** Empty where the text is something else. */
    static Optional<PageArgument> of(String text) {
        if (text.startsWith(OfState.PREFIX)) {
            return Optional.of(text.substring(OfState.PREFIX.length()))
                    .filter(id -> id.matches("[a-z0-9]{1,40}"))
                    .map(OfState::new);
        }
        if (text.startsWith(OfSaved.PREFIX)) {
            return uuid(text.substring(OfSaved.PREFIX.length()), OfSaved::new);
        }
        if (text.startsWith(OfJob.PREFIX)) {
            return uuid(text.substring(OfJob.PREFIX.length()), id -> new OfJob(new JobId(id)));
        }
        String[] parts = text.split("\\|", 2);
        return parts.length < 2 || parts[0].isEmpty()
                ? Optional.empty()
                : uuid(parts[1], id -> new Fresh(parts[0], new DataSetId(id)));
    }

    private static Optional<PageArgument> uuid(String text, Function<UUID, PageArgument> argument) {
        try {
            return Optional.of(argument.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an address that somebody typed
        }
    }
}
