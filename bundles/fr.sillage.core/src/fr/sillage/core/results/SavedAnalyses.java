package fr.sillage.core.results;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.silo.SavedAnalysis;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The analyses that a community keeps: who sees results sees them; who runs analyses saves them, and changes the own
 * ones; a manager changes all. Every call throws an {@link fr.sillage.core.community.AccessDeniedException} where the
 * member may not.
 */
public interface SavedAnalyses {
    /** The latest first. */
    List<SavedAnalysis> all(CommunityContext context);

    Optional<SavedAnalysis> find(CommunityContext context, UUID id);

    /** Whether the member may rename, renew and remove it. */
    boolean mayChange(CommunityContext context, SavedAnalysis saved);

    /**
     * The result that it was saved with.
     *
     * @throws AnalysisException where it is gone, or is not to be shown to this member
     */
    KeptResult open(CommunityContext context, UUID id, JobControl job) throws AnalysisException;

    /**
     * Publishes the result for the whole community and keeps it.
     *
     * @throws AnalysisException where the analysis cannot answer, or its result and those saved before would tell too
     *     much together
     * @throws fr.sillage.core.community.DuplicateNameException where the name is taken
     */
    SavedAnalysis save(CommunityContext context, String name, String description, AnalysisState state, JobControl job)
            throws AnalysisException;

    /** The same for one that is there: the new result takes the place of the one before. */
    SavedAnalysis renew(CommunityContext context, UUID id, AnalysisState state, JobControl job)
            throws AnalysisException;

    /** @throws fr.sillage.core.community.DuplicateNameException where the name is taken */
    void rename(CommunityContext context, UUID id, String name, String description);

    /** @throws fr.sillage.core.community.DuplicateNameException where the name is taken */
    SavedAnalysis duplicate(CommunityContext context, UUID id, String name);

    /** Harmless where there is none. */
    void remove(CommunityContext context, UUID id);

    /**
     * What a job in the list has found.
     *
     * @return empty where it is not kept, or the member may not see the job
     * @throws AnalysisException where it is not to be shown to this member
     */
    Optional<KeptResult> ofJob(CommunityContext context, JobId job, JobControl control) throws AnalysisException;
}
