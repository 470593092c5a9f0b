package fr.sillage.store.silo.internal;

import fr.sillage.core.community.CommunityId;
import java.nio.file.Path;

/** Copies of open silos, for backups; encrypted as the silos are. */
public interface SiloCopies {
    /**
     * Copies the database of a silo as it is at one moment, while members work with it.
     *
     * @param target a folder that is there
     * @throws fr.sillage.store.database.internal.StoreException where there is no such silo or the database fails
     */
    void copy(CommunityId community, Path target);
}
