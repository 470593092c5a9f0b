package fr.sillage.core.imports;

import fr.sillage.core.community.CommunityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plans of a community: an import runs by an approved one only, or by somebody who may approve. */
public interface Plans {
    /** By name. */
    List<SavedPlan> all(CommunityContext context);

    /** The plan for files of a source with such columns. */
    Optional<SavedPlan> fitting(CommunityContext context, String source, List<String> columns);

    /**
     * Keeps a plan in the place of the one for the same kind of file; approved at once where the member may approve or
     * an approved plan allows what it does already.
     *
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not draw up plans
     */
    SavedPlan save(CommunityContext context, ImportPlan plan, Target target);

    /**
     * @param shown as the member saw it: what was changed since is not approved unseen
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not approve
     * @throws ImportException where the plan is gone, was changed, or keeps a direct identifier
     */
    SavedPlan approve(CommunityContext context, SavedPlan shown) throws ImportException;

    /**
     * Forgets a plan; one that is not approved may be forgotten by whoever may draw up plans.
     *
     * @throws fr.sillage.core.community.AccessDeniedException where the member may not
     */
    void remove(CommunityContext context, UUID plan);

    /** Whether the member may import by this plan: an approved one allows it, or the member may approve. */
    boolean allows(CommunityContext context, ImportPlan plan);
}
