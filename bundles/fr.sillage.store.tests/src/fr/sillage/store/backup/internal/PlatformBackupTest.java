package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredPlatform;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.OldDatabase;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import fr.sillage.store.silo.internal.TextScan;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, communities and rights on another machine, with the silos of their own backups. */
class PlatformBackupTest extends BackupFixture {
    private static final Account MANAGER = new Account(UserId.random(), "gestion", "name-of-the-manager", false);
    private static final String HASH = "not-a-real-hash-but";

    private Path platform;

    @BeforeEach
    void people() {
        platform = folder.resolve("platform.zip");
        here.database(store -> {
            store.addAccount(MANAGER, HASH);
            store.putMembership(new Membership(MANAGER.id(), LYON.id(), Profile.MANAGER));
            return store;
        });
    }

    private void backUpPlatform() throws BackupException {
        long bytes = here.stopped().backupPlatform(platform, Platform.PASSPHRASE, JobControl.NONE);
        assertEquals(platform.toFile().length(), bytes);
    }

    private static RestoredPlatform restore(Path into, Path from, boolean replace) throws BackupException {
        return (RestoredPlatform) new StoppedBackups(into, Optional.empty())
                .restore(new Restoration(from, Optional.empty(), replace), Platform.PASSPHRASE, JobControl.NONE);
    }

    private static Platform at(Path folder) {
        return new Platform(folder, MasterSecret.existing(Optional.empty(), Optional.empty(), folder));
    }

    private static List<Object> people(DerbyPlatformStore store) {
        return List.of(
                store.accounts(),
                store.communities(),
                store.memberships(),
                store.passwordHash(MANAGER.id()).orElseThrow());
    }

    @Test
    void aWholePlatformMovesToANewMachine() throws Exception {
        backUpPlatform();
        backUp();
        Path there = folder.resolve("there");

        assertEquals(new RestoredPlatform(1, List.of(LYON.name()), Optional.empty()), restore(there, platform, false));
        Platform moved = at(there);
        assertEquals(stored.rows(), moved.restore(file).rows());

        assertEquals(
                here.<Object>database(PlatformBackupTest::people), moved.<Object>database(PlatformBackupTest::people));
        assertTrue(sameContent(here, LYON.id(), moved, LYON.id()));
        assertEquals(List.of(), moved.problems());
        assertEquals(List.of(), here.problems());
        assertFalse(Files.readString(there.resolve(MasterSecret.FILE))
                .equals(Files.readString(here.folder().resolve(MasterSecret.FILE))));
        assertEquals(List.of(), TextScan.filesWith(List.of("name-of-the-mana", "not-a-real-hash-"), folder));
    }

    @Test
    void aPlatformThatIsThereStaysUnlessItIsPutAside() throws Exception {
        backUpPlatform();
        Platform elsewhere = elsewhere();

        assertEquals(Reason.PLATFORM_EXISTS, refused(() -> restore(elsewhere.folder(), platform, false)));
        assertEquals(List.of(), elsewhere.communities());

        RestoredPlatform restored = restore(elsewhere.folder(), platform, true);

        assertEquals(List.of(LYON), elsewhere.communities());
        assertTrue(Files.exists(restored.replaced().orElseThrow().resolve("keys")));
    }

    @Test
    void silosThatAreThereAreNotAskedFor() throws Exception {
        backUpPlatform();

        assertEquals(List.of(), restore(here.folder(), platform, true).withoutSilo());
        assertEquals(List.of(), here.problems());
    }

    @Test
    void itIsRestoredAsItWasWithItsOwnPassphrase() throws Exception {
        backUpPlatform();
        Path there = folder.resolve("there");
        StoppedBackups stopped = new StoppedBackups(there, Optional.empty());
        Restoration named = new Restoration(platform, Optional.of("Autre"), false);
        Restoration all = new Restoration(platform, Optional.empty(), false);

        assertEquals(Reason.PASSPHRASE, refused(() -> stopped.restore(all, Passphrase.of("x"), JobControl.NONE)));
        assertFalse(Files.exists(there));
        assertEquals(Reason.PLATFORM_NAME, refused(() -> stopped.restore(named, Platform.PASSPHRASE, JobControl.NONE)));
        assertEquals(
                Reason.SHORT_PASSPHRASE,
                refused(() -> here.stopped()
                        .backupPlatform(folder.resolve("short"), Passphrase.of("court"), JobControl.NONE)));
        assertEquals(Reason.FILE_EXISTS, refused(this::backUpPlatform));
    }

    @Test
    void whatWasChangedLeavesNothing() throws Exception {
        backUpPlatform();
        byte[] whole = Files.readAllBytes(platform);
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 4; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path other = Files.write(folder.resolve("changed"), changed);
            Path there = folder.resolve("there" + round);
            try {
                restore(there, other, false);
                assertEquals(List.of(LYON), at(there).communities()); // a bit of the zip's own
            } catch (BackupException e) {
                refused++;
                assertTrue(Set.of(Reason.DAMAGED, Reason.NO_BACKUP, Reason.PASSPHRASE)
                        .contains(e.reason()));
                assertFalse(Files.exists(there.resolve("platform")));
                assertFalse(Files.exists(there.resolve(UnfinishedRestores.PLATFORM_MAKING)));
            }
        }
        assertTrue(refused > 0);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertEquals(Reason.NO_BACKUP, refused(() -> restore(folder.resolve("cut-there"), cut, false)));
    }

    @Test
    void whatAKilledOneLeftIsDeletedByTheNext() throws Exception {
        backUpPlatform();
        Path there = Files.createDirectories(folder.resolve("there"));
        Path making = Files.createDirectories(there.resolve(UnfinishedRestores.PLATFORM_MAKING));
        Files.writeString(making.resolve("keys"), "half");

        restore(there, platform, false);

        assertFalse(Files.exists(making));
        assertEquals(List.of(LYON), at(there).communities());
    }

    @Test
    void aPlatformOfAnEarlierFormatStaysWhatItIsAndIsMigratedWhereItIsRestored() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old"));
        Files.writeString(old.resolve(MasterSecret.FILE), "the secret of an old platform, long enough");
        MasterSecret secret = MasterSecret.existing(Optional.empty(), Optional.empty(), old);
        try (InputStream statements = DerbyPlatformStore.class.getResourceAsStream("platform-format-1.sql")) {
            OldDatabase.make(old.resolve("platform"), "platform", secret, statements);
        }
        new StoppedBackups(old, Optional.empty()).backupPlatform(platform, Platform.PASSPHRASE, JobControl.NONE);
        Path there = folder.resolve("there");

        RestoredPlatform restored = restore(there, platform, false);

        assertTrue(restored.accounts() > 0);
        assertEquals(
                at(there).communities().stream().map(Community::name).sorted().toList(),
                restored.withoutSilo().stream().sorted().toList());
    }
}
