package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredSilo;
import fr.sillage.core.check.CheckException;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.check.internal.DataFolderCheck;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A data folder with a secret of its own, as a stopped platform leaves it. */
record Platform(Path folder, MasterSecret secret) implements DataHome {
    static final Passphrase PASSPHRASE = Passphrase.of("quatre mots écrits à la main");

    /** With an empty platform database. */
    static Platform in(Path folder, String secret) throws IOException {
        TestHome.in(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MasterSecret.FILE), secret);
        Platform platform = new Platform(folder, MasterSecret.of(secret));
        platform.database(store -> store.communities().size());
        return platform;
    }

    <R> R database(Function<DerbyPlatformStore, R> work) {
        DerbyPlatformDatabase database = new DerbyPlatformDatabase(this);
        try {
            return work.apply(new DerbyPlatformStore(database));
        } finally {
            database.close();
        }
    }

    <R> R silos(Function<DerbySiloStore, R> work) {
        try (DerbySiloStore store = new DerbySiloStore(this)) {
            return work.apply(store);
        }
    }

    void found(Community community) {
        database(store -> {
            store.addCommunity(community);
            return community;
        });
        silos(store -> {
            store.create(community.id());
            return community;
        });
    }

    List<Community> communities() {
        return database(DerbyPlatformStore::communities);
    }

    Community community(String name) {
        return communities().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Path silo(CommunityId community) {
        return silos().resolve(community.value().toString());
    }

    Backups stopped() {
        return new StoppedBackups(folder, Optional.empty());
    }

    RestoredSilo restore(Path file) throws BackupException {
        return (RestoredSilo)
                stopped().restore(new Restoration(file, Optional.empty(), false), PASSPHRASE, JobControl.NONE);
    }

    RestoredSilo restore(Path file, String name) throws BackupException {
        return (RestoredSilo)
                stopped().restore(new Restoration(file, Optional.of(name), false), PASSPHRASE, JobControl.NONE);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        try {
            new DataFolderCheck().check(folder, Optional.empty(), part -> problems.addAll(part.problems()));
        } catch (CheckException e) {
            throw new AssertionError(e);
        }
        return problems;
    }
}
