package fr.sillage.core.results;

import fr.sillage.core.community.CommunityContext;
import java.util.Optional;

/**
 * What analysis pages of a community showed, so that an address leads there again and names no column and no value.
 * Whoever opens one sees what the own rights allow.
 */
public interface AnalysisStates {
    /**
     * @return goes into an address; the same for the same state
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not run analyses
     */
    String keep(CommunityContext context, AnalysisState state);

    /** Empty where there is none, in this community. */
    Optional<AnalysisState> find(CommunityContext context, String id);
}
