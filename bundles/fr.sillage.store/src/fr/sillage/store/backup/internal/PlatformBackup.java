package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.platform.internal.PlatformDatabase;
import fr.sillage.store.platform.internal.PlatformFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the platform database to a file: as it lies in a folder that no platform runs on, or by a copy of the open one.
 *
 * @param open where the platform runs
 */
record PlatformBackup(DataHome home, Optional<PlatformDatabase> open) {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformBackup.class);

    /** @return bytes of the file */
    long write(Path file, Passphrase passphrase, JobControl job) throws BackupException {
        Passphrase strong = passphrase.forNewBackup();
        Path folder = home.platform();
        if (!EncryptedDatabase.exists(folder)) {
            throw new BackupException(Reason.NO_FOLDER, home.folder().toString());
        }
        try {
            KeyRing keys = EncryptedDatabase.keys(folder, PlatformFormat.NAME, home.secret());
            if (open.isPresent()) {
                return copied(open.get(), file, keys, strong, job);
            }
            int schema = EncryptedDatabase.settle(folder, PlatformFormat.NAME, keys);
            return write(folder.resolve(EncryptedDatabase.DATABASE), schema, file, keys, strong, job);
        } catch (StoreException e) {
            throw new BackupException(Reason.DATABASE, e.getMessage());
        }
    }

    private long copied(PlatformDatabase database, Path file, KeyRing keys, Passphrase strong, JobControl job)
            throws BackupException {
        Path copy = home.folder().resolve(UnfinishedRestores.PLATFORM_COPY);
        try {
            PrivateFiles.deleteFolder(copy); // what a process left that was killed
            PrivateFiles.createFolder(copy);
            database.copyTo(copy);
            return write(copy.resolve(EncryptedDatabase.DATABASE), PlatformFormat.latest(), file, keys, strong, job);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException(Reason.WRITE, copy.toString());
        } catch (StoreException e) {
            if (PrivateFiles.isFull(home.folder())) {
                throw new BackupException(Reason.NO_SPACE, copy.toString());
            }
            throw e;
        } finally {
            discard(copy);
        }
    }

    private static long write(Path database, int schema, Path file, KeyRing keys, Passphrase strong, JobControl job)
            throws BackupException {
        Manifest about = new PlatformManifest(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), schema, PassphraseKey.random(), List.of());
        try {
            return new BackupWriter(database, job).write(file, about, keys, strong);
        } catch (IOException e) {
            throw new BackupException(Reason.READ, database.toString());
        }
    }

    private static void discard(Path copy) {
        try {
            PrivateFiles.deleteFolder(copy);
        } catch (IOException e) {
            LOG.error("the copy of the platform database cannot be deleted", e);
        }
    }
}
