package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredPlatform;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.Community;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import fr.sillage.store.platform.internal.PlatformCheck;
import fr.sillage.store.platform.internal.PlatformFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Makes a platform database of a backup beside its place, checks it, and puts it there. Its keys are wrapped under the
 * secret of this folder. The silos come back one by one, each of its own backup.
 */
record PlatformRestorer(DataHome home) {
    RestoredPlatform restore(BackupArchive archive, Restoration restoration, JobControl job) throws BackupException {
        if (restoration.name().isPresent()) {
            throw new BackupException(Reason.PLATFORM_NAME);
        }
        if (archive.manifest().schema() > PlatformFormat.latest()) {
            throw new BackupException(
                    Reason.NEWER_PLATFORM, String.valueOf(archive.manifest().schema()));
        }
        if (Files.exists(home.platform()) && !restoration.replace()) {
            throw new BackupException(Reason.PLATFORM_EXISTS, home.folder().toString());
        }
        Path making = home.folder().resolve(UnfinishedRestores.PLATFORM_MAKING);
        try {
            PrivateFiles.deleteFolder(making); // what a process left that was killed
            PrivateFiles.createFolder(making);
            make(archive, making, job);
            job.check();
            Optional<Path> replaced = place(making);
            return told(replaced);
        } catch (StoreException e) {
            throw new BackupException(Reason.DATABASE, e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException(
                    PrivateFiles.isFull(home.folder()) ? Reason.NO_SPACE : Reason.WRITE, making.toString());
        } finally {
            SiloRestorer.discard(making);
        }
    }

    private void make(BackupArchive archive, Path making, JobControl job) throws IOException, BackupException {
        archive.extract(making.resolve(EncryptedDatabase.DATABASE), job);
        archive.keys().write(making.resolve(EncryptedDatabase.KEYS), PlatformFormat.NAME, home.secret());
        PlatformFormat.migrate(making, archive.keys());
        List<Problem> problems =
                PlatformCheck.of(making, home.secret()).checked().problems();
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            throw new BackupException(Reason.UNSOUND, first.kind() + " " + first.detail());
        }
    }

    /** Killed in between, the folder is without a platform, which is beside, and can be restored again. */
    private Optional<Path> place(Path making) throws IOException {
        Optional<Path> replaced = Optional.empty();
        if (Files.exists(home.platform())) {
            replaced = Optional.of(SiloRestorer.putAside(home.platform()));
        }
        Files.move(making, home.platform(), StandardCopyOption.ATOMIC_MOVE);
        return replaced;
    }

    private RestoredPlatform told(Optional<Path> replaced) {
        PrivateFiles.createFolder(home.silos());
        DerbyPlatformDatabase database = new DerbyPlatformDatabase(home);
        try {
            DerbyPlatformStore store = new DerbyPlatformStore(database);
            return new RestoredPlatform(
                    store.accounts().size(),
                    store.communities().stream()
                            .filter(community -> !EncryptedDatabase.exists(
                                    home.silos().resolve(community.id().value().toString())))
                            .map(Community::name)
                            .toList(),
                    replaced);
        } finally {
            database.close();
        }
    }
}
