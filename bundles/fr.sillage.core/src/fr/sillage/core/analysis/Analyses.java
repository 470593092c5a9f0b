package fr.sillage.core.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.MemoryUse;
import java.util.List;
import java.util.Map;

/** Runs analyses through the publication gate. */
public interface Analyses {
    /**
     * Over data sets of the context's silo, under its community's rule.
     *
     * @param data for each slot the data set that fills it
     * @throws AnalysisException where the analysis cannot answer
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not run analyses
     */
    Published run(
            CommunityContext context,
            AnalysisDescriptor analysis,
            Map<String, DataSetId> data,
            Values parameters,
            JobControl job)
            throws AnalysisException;

    /**
     * The categories of a column, to choose from; without counts.
     *
     * @param most so many at the most
     */
    List<String> categories(CommunityContext context, DataSetId data, String column, int most);

    /** Over tables that are not in a silo: the command line's way. */
    Published run(
            AnalysisDescriptor analysis,
            Map<String, SlotTable> data,
            Values parameters,
            PublicationRule rule,
            JobControl job)
            throws AnalysisException;

    /** What is held of results. */
    MemoryUse memory();
}
