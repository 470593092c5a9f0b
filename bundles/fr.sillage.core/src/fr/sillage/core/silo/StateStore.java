package fr.sillage.core.silo;

import java.time.Instant;
import java.util.Optional;

/** What pages of a community showed. Each call is a transaction of its own. */
public interface StateStore {
    /** Keeps it, unless one with the same digest is there: that one counts as used now. @return the one that is kept */
    PageState keep(PageState state);

    /** @param now it counts as used */
    Optional<PageState> find(String id, Instant now);

    /** Removes what was not used since. */
    void removeUnused(Instant since);
}
