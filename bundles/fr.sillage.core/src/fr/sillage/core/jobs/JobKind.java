package fr.sillage.core.jobs;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import java.time.Duration;
import java.util.Objects;

/** Does the jobs of one kind. A service of the core; whoever finds one may submit such jobs. */
public interface JobKind {
    /** Named in {@link JobSpec#kind()}. */
    String id();

    /** Whether it reads and writes for long: of these only half of the jobs at once may be. */
    boolean heavy();

    /** A job that ends sooner than this leaves no trace in the list: the page that asked for it shows the result. */
    Duration unlisted();

    /**
     * @param context of who submitted it, with the rights of now
     * @throws Exception why it failed; a person reads the reason of an {@link fr.sillage.core.imports.ImportException}
     *     or {@link fr.sillage.api.analysis.AnalysisException}
     */
    Outcome run(CommunityContext context, JobId id, JobSpec spec, JobControl job) throws Exception;

    /** The job will never be started again: frees what its arguments name. Harmless when done twice. */
    void forget(CommunityContext context, JobSpec spec);

    /** Whether a job that ended without a result can be started again. */
    boolean repeatable(CommunityContext context, JobSpec spec);

    /**
     * What a job yielded.
     *
     * @param reference finds the result again after a restart, at most 200 characters; empty where nothing does
     * @param value for who waits for it
     */
    record Outcome(String reference, Object value) {
        public Outcome {
            Objects.requireNonNull(reference);
            Objects.requireNonNull(value);
        }
    }
}
