package fr.sillage.core.silo;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;

/** Opens silos; an unused one is shut down by itself. */
public interface SiloStore {
    /** Makes an empty silo with keys of its own. */
    void create(CommunityId community);

    /**
     * The silo of the context's community, and no other.
     *
     * @throws fr.sillage.core.community.AccessDeniedException where the account is not a member any more
     * @throws SiloException where it cannot be opened
     */
    Silo open(CommunityContext context);

    /** What is held of the columns of all silos. */
    MemoryUse memory();
}
