package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results of one silo: which were shown to whom, and which are kept. Each call is a transaction of its own. */
public interface ResultStore {
    /** The earliest first. */
    List<ShownResult> shown(UserId by, DataSetId dataSet);

    void add(ShownResult result);

    /** The latest first. */
    List<SavedAnalysis> saved();

    Optional<SavedAnalysis> saved(UUID id);

    /** The result of a saved analysis, as JSON text. */
    Optional<String> savedResult(UUID id);

    /** Puts it in the place of the one with the same id, if there is one. */
    void save(SavedAnalysis analysis, String result);

    /** Changes all but the result; harmless where there is none. */
    void update(SavedAnalysis analysis);

    /** Harmless where there is none. */
    void remove(UUID id);

    /** Puts it in the place of the one of the same job, if there is one. */
    void keep(JobResult result);

    Optional<JobResult> ofJob(UUID job);

    /** Harmless where there is none. */
    void removeOfJob(UUID job);

    /**
     * Removes results of jobs that are older, and beyond so many the oldest.
     *
     * @param most that are left
     */
    void tidy(Instant since, int most);
}
