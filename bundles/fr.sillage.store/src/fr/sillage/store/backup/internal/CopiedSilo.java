package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.silo.internal.SiloCopies;
import fr.sillage.store.silo.internal.SiloFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy that the database makes of itself while members work with it, deleted after use.
 *
 * @param silos folder of the silos, where there is room for them
 */
record CopiedSilo(SiloCopies copies, Path silos) implements RestingSilo {
    /** How the folder of a copy ends. */
    static final String COPY = ".copy";

    private static final Logger LOG = LoggerFactory.getLogger(CopiedSilo.class);

    @Override
    public <R> R with(CommunityId community, KeyRing keys, Work<R> work) throws BackupException {
        Path copy = silos.resolve(community.value() + COPY);
        try {
            PrivateFiles.deleteFolder(copy); // what a process left that was killed
            PrivateFiles.createFolder(copy);
            copies.copy(community, copy);
            return work.with(copy.resolve(EncryptedDatabase.DATABASE), SiloFormat.latest());
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException(Reason.WRITE, copy.toString());
        } catch (StoreException e) {
            if (PrivateFiles.isFull(silos)) {
                throw new BackupException(Reason.NO_SPACE, copy.toString());
            }
            throw e;
        } finally {
            discard(copy);
        }
    }

    private static void discard(Path copy) {
        try {
            PrivateFiles.deleteFolder(copy);
        } catch (IOException e) {
            LOG.error("the copy of a silo cannot be deleted", e);
        }
    }
}
