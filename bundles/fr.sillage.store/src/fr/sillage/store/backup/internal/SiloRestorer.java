package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredSilo;
import fr.sillage.core.check.Checked;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.extension.ExtensionChoices;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.silo.internal.SiloCheck;
import fr.sillage.store.silo.internal.SiloFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a silo of a backup beside the others, checks it, and puts it in its place. */
final class SiloRestorer {
    private static final Logger LOG = LoggerFactory.getLogger(SiloRestorer.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final DataHome home;
    private final PlatformStore platform;
    private final ExtensionChoices choices;
    private final boolean running;

    SiloRestorer(DataHome home, PlatformStore platform, ExtensionChoices choices, boolean running) {
        this.home = home;
        this.platform = platform;
        this.choices = choices;
        this.running = running;
    }

    RestoredSilo restore(BackupArchive archive, SiloManifest manifest, Restoration restoration, JobControl job)
            throws BackupException {
        UnfinishedRestores.clear(home, platform);
        if (manifest.schema() > SiloFormat.latest()) {
            throw new BackupException(Reason.NEWER_SILO, String.valueOf(manifest.schema()));
        }
        Destination to = Destination.of(manifest, restoration, platform, home.silos(), running);
        Path making = home.silos().resolve(to.community().id().value() + UnfinishedRestores.MAKING);
        try {
            PrivateFiles.createFolder(making);
            Checked checked = make(archive, making, to.community().id(), job);
            job.check();
            Optional<Path> replaced = place(manifest, making, to);
            return new RestoredSilo(to.community().name(), checked.rows(), replaced);
        } catch (StoreException e) {
            throw new BackupException(Reason.DATABASE, e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException(
                    PrivateFiles.isFull(home.folder()) ? Reason.NO_SPACE : Reason.WRITE, making.toString());
        } finally {
            discard(making);
        }
    }

    private Checked make(BackupArchive archive, Path making, CommunityId id, JobControl job)
            throws IOException, BackupException {
        archive.extract(making.resolve(EncryptedDatabase.DATABASE), job);
        archive.keys().write(making.resolve(EncryptedDatabase.KEYS), SiloFormat.name(id), home.secret());
        SiloFormat.migrate(making, id, archive.keys());
        Checked checked = SiloCheck.of(making, id, home.secret());
        if (!checked.problems().isEmpty()) {
            Problem first = checked.problems().getFirst();
            throw new BackupException(Reason.UNSOUND, first.kind() + " " + first.detail());
        }
        UnfinishedRestores.mark(making);
        return checked;
    }

    /** Killed in between, the community is without a silo, which is beside, and can be restored again. */
    private Optional<Path> place(SiloManifest manifest, Path making, Destination to)
            throws IOException, BackupException {
        Optional<Path> replaced = Optional.empty();
        if (to.replaces()) {
            replaced = Optional.of(putAside(to.folder()));
        }
        Files.move(making, to.folder(), StandardCopyOption.ATOMIC_MOVE);
        if (to.isNew()) {
            add(manifest, to);
        }
        UnfinishedRestores.done(to.folder());
        return replaced;
    }

    private void add(SiloManifest manifest, Destination to) throws IOException, BackupException {
        try {
            platform.addCommunity(to.community());
        } catch (DuplicateNameException e) { // somebody was faster
            PrivateFiles.deleteFolder(to.folder());
            throw new BackupException(Reason.NAME_TAKEN, to.community().name());
        }
        manifest.extensions()
                .forEach((bundle, enabled) -> choices.put(to.community().id(), bundle, enabled));
    }

    /** @return where it is from now on */
    static Path putAside(Path folder) throws IOException {
        Path beside = folder.resolveSibling(
                folder.getFileName() + ".replaced-" + LocalDateTime.now().format(MOMENT));
        return Files.move(folder, beside, StandardCopyOption.ATOMIC_MOVE);
    }

    static void discard(Path making) {
        try {
            PrivateFiles.deleteFolder(making);
        } catch (IOException e) {
            LOG.error("what is left of a restoration cannot be deleted", e);
        }
    }
}
