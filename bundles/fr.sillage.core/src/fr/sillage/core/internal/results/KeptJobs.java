package fr.sillage.core.internal.results;

import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.jobs.JobId;

/** Keeps what analyses in the background have found. */
public interface KeptJobs {
    /** Puts it in the place of what the same job found before. @return finds it again */
    String keep(CommunityContext context, JobId id, AnalysisJob job, Publishing.Run run);

    /** Harmless where there is none. */
    void forget(CommunityContext context, JobId id);
}
