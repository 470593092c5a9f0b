package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.BackupException;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.keys.internal.KeyRing;
import java.nio.file.Path;

/** How the files of a silo are had that do not change while they are read. */
interface RestingSilo {
    /** What is done with them. */
    interface Work<R> {
        /**
         * @param database folder of the database's files
         * @param schema number of its format
         */
        R with(Path database, int schema) throws BackupException;
    }

    <R> R with(CommunityId community, KeyRing keys, Work<R> work) throws BackupException;
}
