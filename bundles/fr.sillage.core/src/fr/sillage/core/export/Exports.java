package fr.sillage.core.export;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.SpooledFile;
import java.util.List;
import java.util.Optional;

/**
 * What is published in a community as one file for other tools: a zip with a Frictionless Data Package. It is made by an
 * {@link ExportJob} and kept, encrypted, for a day.
 */
public interface Exports {
    /**
     * The file of an export, for the member who made it: what it holds was published beside what this member has seen,
     * and beside nothing else.
     *
     * @return empty where it is no longer kept, or is somebody else's
     * @throws AnalysisException where the community has a higher threshold now
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not export
     */
    Optional<SpooledFile> find(CommunityContext context, JobId job) throws AnalysisException;

    /**
     * Who exported and when, the latest first.
     *
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not read the audit
     */
    List<ExportRecord> made(CommunityContext context);
}
