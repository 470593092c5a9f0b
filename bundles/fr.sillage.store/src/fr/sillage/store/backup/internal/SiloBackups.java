package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.extension.ExtensionChoices;
import fr.sillage.core.text.Names;
import fr.sillage.core.text.RefusedNameException;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.platform.internal.PlatformDatabase;
import fr.sillage.store.silo.internal.SiloFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Backups of a platform whose database is open, one at a time. */
final class SiloBackups implements Backups {
    private final DataHome home;
    private final PlatformStore platform;
    private final ExtensionChoices choices;
    private final RestingSilo silos;
    private final Optional<PlatformDatabase> running;

    /** @param running the platform database, where members may work meanwhile; empty where nobody does */
    SiloBackups(
            DataHome home,
            PlatformStore platform,
            ExtensionChoices choices,
            RestingSilo silos,
            Optional<PlatformDatabase> running) {
        this.home = home;
        this.platform = platform;
        this.choices = choices;
        this.silos = silos;
        this.running = running;
    }

    @Override
    public synchronized BackedUp backup(String name, Path file, Passphrase passphrase, JobControl job)
            throws BackupException {
        Passphrase strong = passphrase.forNewBackup();
        Community community = community(name);
        Path folder = home.silos().resolve(community.id().value().toString());
        if (!EncryptedDatabase.exists(folder)) {
            throw new BackupException(Reason.NO_SILO, community.name());
        }
        try {
            KeyRing keys = EncryptedDatabase.keys(folder, SiloFormat.name(community.id()), home.secret());
            return silos.with(community.id(), keys, (database, schema) -> {
                SiloManifest about = about(community, schema);
                return new BackedUp(community.name(), writer(database, job).write(file, about, keys, strong));
            });
        } catch (StoreException e) {
            throw new BackupException(Reason.DATABASE, e.getMessage());
        }
    }

    @Override
    public synchronized long backupPlatform(Path file, Passphrase passphrase, JobControl job) throws BackupException {
        return new PlatformBackup(home, running).write(file, passphrase, job);
    }

    private static BackupWriter writer(Path database, JobControl job) throws BackupException {
        try {
            return new BackupWriter(database, job);
        } catch (IOException e) {
            throw new BackupException(Reason.READ, database.toString());
        }
    }

    private Community community(String name) throws BackupException {
        String kept = accepted(name);
        return platform.communities().stream()
                .filter(community -> community.name().equals(kept))
                .findFirst()
                .orElseThrow(() -> new BackupException(Reason.NO_COMMUNITY, kept));
    }

    static String accepted(String name) throws BackupException {
        try {
            return Names.accept(name);
        } catch (RefusedNameException e) {
            throw new BackupException(Reason.NAME_REFUSED, name);
        }
    }

    private SiloManifest about(Community community, int schema) {
        return new SiloManifest(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                community.id().value().toString(),
                community.name(),
                community.threshold(),
                choices.of(community.id()),
                schema,
                PassphraseKey.random(),
                List.of());
    }

    @Override
    public Restored restore(Restoration restoration, Passphrase passphrase, JobControl job) throws BackupException {
        try (BackupArchive archive = BackupArchive.open(restoration.file(), passphrase)) {
            return restore(archive, restoration, job);
        }
    }

    synchronized Restored restore(BackupArchive archive, Restoration restoration, JobControl job)
            throws BackupException {
        return switch (archive.manifest()) {
            case SiloManifest silo ->
                new SiloRestorer(home, platform, choices, running.isPresent()).restore(archive, silo, restoration, job);
            // this one is open
            case PlatformManifest other -> throw new BackupException(Reason.RUNNING);
        };
    }
}
