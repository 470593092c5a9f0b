package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.DerbyExtensionChoices;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Backups of a folder that no platform runs on.
 *
 * @param secret file with the master secret; empty where it is in the environment or in the folder
 */
record StoppedBackups(Path folder, Optional<Path> secret) implements Backups {
    /** A folder with its secret. */
    private record Home(Path folder, MasterSecret secret) implements DataHome {}

    /** What is done with an open platform database. */
    private interface Work<R> {
        R with(SiloBackups backups) throws BackupException;
    }

    @Override
    public BackedUp backup(String community, Path file, Passphrase passphrase, JobControl job) throws BackupException {
        if (!EncryptedDatabase.exists(DataHome.platform(folder))) {
            throw new BackupException(Reason.NO_FOLDER, folder.toString());
        }
        return opened(existing(), backups -> backups.backup(community, file, passphrase, job));
    }

    @Override
    public long backupPlatform(Path file, Passphrase passphrase, JobControl job) throws BackupException {
        if (!EncryptedDatabase.exists(DataHome.platform(folder))) {
            throw new BackupException(Reason.NO_FOLDER, folder.toString());
        }
        return new PlatformBackup(new Home(folder, existing()), Optional.empty()).write(file, passphrase, job);
    }

    @Override
    public Restored restore(Restoration restoration, Passphrase passphrase, JobControl job) throws BackupException {
        // before a platform is made for it
        try (BackupArchive archive = BackupArchive.open(restoration.file(), passphrase)) {
            MasterSecret known = EncryptedDatabase.exists(DataHome.platform(folder)) ? existing() : first();
            if (archive.manifest() instanceof PlatformManifest) {
                return new PlatformRestorer(new Home(folder, known)).restore(archive, restoration, job);
            }
            return opened(known, backups -> backups.restore(archive, restoration, job));
        }
    }

    private <R> R opened(MasterSecret known, Work<R> work) throws BackupException {
        Home home = new Home(folder, known);
        try {
            PrivateFiles.createFolder(home.silos());
            DerbyPlatformDatabase database = new DerbyPlatformDatabase(home);
            try {
                return work.with(new SiloBackups(
                        home,
                        new DerbyPlatformStore(database),
                        new DerbyExtensionChoices(database),
                        new ClosedSilo(home.silos()),
                        Optional.empty()));
            } finally {
                database.close();
            }
        } catch (StoreException e) {
            throw new BackupException(Reason.DATABASE, e.getMessage());
        } catch (UncheckedIOException e) {
            throw new BackupException(Reason.WRITE, folder.toString());
        }
    }

    private MasterSecret existing() throws BackupException {
        return secret(() -> MasterSecret.existing(secret, environment(), folder));
    }

    private MasterSecret first() throws BackupException {
        try {
            PrivateFiles.createFolder(folder);
        } catch (UncheckedIOException e) {
            throw new BackupException(Reason.WRITE, folder.toString());
        }
        return secret(() -> MasterSecret.find(secret, environment(), folder));
    }

    private MasterSecret secret(Supplier<MasterSecret> found) throws BackupException {
        try {
            return found.get();
        } catch (StoreException e) {
            throw new BackupException(Reason.NO_SECRET, folder.toString());
        }
    }

    private static Optional<String> environment() {
        return Optional.ofNullable(System.getenv(StoreHome.SECRET_VARIABLE));
    }
}
