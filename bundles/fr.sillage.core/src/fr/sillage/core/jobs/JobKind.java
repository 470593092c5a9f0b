package fr.sillage.core.jobs;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Does the jobs of one kind. A service of the core; whoever finds one may submit such jobs. */
public interface JobKind {
    /** Named in {@link JobSpec#kind()}. */
    String id();

    /** Whether it reads and writes for long: of these only half of the jobs at once may be. */
    boolean heavy();

    /** Whether the administrator of the platform may have it done in communities that the account is no member of. */
    default boolean forAdministrator() {
        return false;
    }

    /** A job that ends sooner than this leaves no trace in the list: the page that asked for it shows the result. */
    Duration unlisted();

    /**
     * @param context of who submitted it, with the rights of now
     * @throws Exception why it failed; a person reads the reason of an {@link fr.sillage.core.imports.ImportException}
     *     or {@link fr.sillage.api.analysis.AnalysisException}
     */
    Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job) throws Exception;

    /**
     * What the job would yield, where it is there already: then no job is made. Called by who submits it: returns
     * soon, and does not fail.
     */
    default Optional<Object> atOnce(CommunityContext context, JobSpec spec) {
        return Optional.empty();
    }

    /** The job will never be started again, nor its result looked for: frees what belongs to it. Harmless when done twice. */
    void forget(CommunityContext context, JobInfo job);

    /** Whether a job that ended without a result can be started again. */
    boolean repeatable(CommunityContext context, JobSpec spec);

    /**
     * What a job yielded.
     *
     * @param value for who waits for it
     * @param kept makes that it is found again after a restart, asked only of jobs in the list; gives what it is found
     *     by, at most 200 characters, empty where nothing does
     */
    record Outcome(Object value, Supplier<String> kept) {
        public Outcome {
            Objects.requireNonNull(value);
            Objects.requireNonNull(kept);
        }

        /** @param reference to what is kept already; may be empty */
        public Outcome(String reference, Object value) {
            this(value, () -> reference);
        }
    }
}
