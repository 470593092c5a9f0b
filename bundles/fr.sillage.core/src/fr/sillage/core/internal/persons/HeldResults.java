package fr.sillage.core.internal.persons;

import fr.sillage.core.community.CommunityId;

/** What is held in memory of the rows of communities: results, overviews. A service of the core. Thread-safe. */
public interface HeldResults {
    /** Forgets all of a community, and what is being made of rows that were there until now: a person was erased. */
    void forget(CommunityId community);
}
