package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.OldDatabase;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.silo.internal.TestContext;
import fr.sillage.store.silo.internal.TestImport;
import fr.sillage.store.silo.internal.TextScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BackupRestoreTest {
    private static final Community LYON = new Community(CommunityId.random(), "Académie de Lyon", 7);
    private static final byte[] NUMEN = "numen".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Platform here;
    private Path file;
    private DataSet stored;

    @BeforeEach
    void make() throws IOException {
        here = Platform.in(folder.resolve("here"), "the secret of the platform here, long enough");
        here.found(LYON);
        file = folder.resolve("lyon.zip");
        stored = here.silos(store -> TestImport.storeTable(store.open(TestContext.of(LYON.id())), "stages"));
    }

    private Platform elsewhere() throws IOException {
        return Platform.in(folder.resolve("elsewhere"), "the secret of another platform, long enough");
    }

    private void backUp() throws BackupException {
        here.stopped().backup(LYON.name(), file, Platform.PASSPHRASE, JobControl.NONE);
    }

    private static Reason refused(Executable work) {
        return assertThrows(BackupException.class, work).reason();
    }

    private static <R> R in(Platform platform, CommunityId community, Function<Silo, R> work) {
        return platform.silos(store -> work.apply(store.open(TestContext.of(community))));
    }

    private static boolean sameContent(Platform one, CommunityId first, Platform other, CommunityId second) {
        return in(one, first, BackupRestoreTest::content).equals(in(other, second, BackupRestoreTest::content));
    }

    private static List<Object> content(Silo silo) {
        return List.of(
                silo.dataSets(),
                silo.imports(),
                silo.rejects(silo.imports().getFirst().id()),
                silo.dataSets().stream()
                        .map(d -> Arrays.hashCode(
                                silo.chunks().read(TestImport.chunk(d, 0)).orElseThrow()))
                        .toList(),
                silo.pseudonymiser("numen").pseudonym("quelqu’un"));
    }

    @Test
    void anotherPlatformGetsTheSiloItsRuleAndItsPseudonyms() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();

        Restored restored = elsewhere.restore(file);

        assertEquals(new Restored(LYON.name(), stored.rows(), Optional.empty()), restored);
        assertEquals(List.of(LYON), elsewhere.communities());
        assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()));
        assertEquals(List.of(), elsewhere.problems());
        assertEquals(List.of(), here.problems());
        assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), folder));
    }

    @Test
    void anEmptyFolderBecomesThatOfANewPlatform() throws Exception {
        backUp();
        Path empty = folder.resolve("new");

        new StoppedBackups(empty, Optional.empty())
                .restore(
                        new Restoration(file, Optional.of("Lyon, suite"), false), Platform.PASSPHRASE, JobControl.NONE);

        Platform made = new Platform(empty, MasterSecret.existing(Optional.empty(), Optional.empty(), empty));
        assertEquals(List.of(new Community(LYON.id(), "Lyon, suite", 7)), made.communities());
        assertEquals(List.of(), made.problems());
    }

    @Test
    void aWrongPassphraseOpensNothingAndMakesNothing() throws Exception {
        backUp();
        Path empty = folder.resolve("new");
        Restoration all = new Restoration(file, Optional.empty(), false);

        assertEquals(
                Reason.PASSPHRASE,
                refused(() -> new StoppedBackups(empty, Optional.empty())
                        .restore(all, Passphrase.of("quatre mots écrits à la mai"), JobControl.NONE)));
        assertFalse(Files.exists(empty));
    }

    @Test
    void aPassphraseThatProtectsNothingIsRefused() {
        assertEquals(
                Reason.SHORT_PASSPHRASE,
                refused(() ->
                        here.stopped().backup(LYON.name(), file, Passphrase.of(" onze signes "), JobControl.NONE)));
        assertFalse(Files.exists(file));
    }

    @Test
    void accentsCountHoweverTheKeyboardComposesThem() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        String decomposed = "quatre mots e\u0301crits a\u0300 la main\n";

        elsewhere
                .stopped()
                .restore(new Restoration(file, Optional.empty(), false), Passphrase.of(decomposed), JobControl.NONE);

        assertEquals(List.of(LYON), elsewhere.communities());
    }

    @Test
    void whatWasCutOrChangedIsRefusedOrChangesNothing() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertEquals(Reason.NO_BACKUP, refused(() -> elsewhere.restore(cut)), "cut after " + length);
        }
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            byte[] changed = whole.clone();
            int place = random.nextInt(whole.length);
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Path other = Files.write(folder.resolve("changed"), changed);
            try {
                elsewhere.restore(other);
            } catch (BackupException e) {
                Reason reason = e.reason();
                assertTrue(
                        List.of(Reason.DAMAGED, Reason.NO_BACKUP, Reason.PASSPHRASE)
                                .contains(reason),
                        () -> "byte " + place + ": " + reason);
                assertEquals(List.of(), elsewhere.communities());
                assertEquals(List.of(), names(elsewhere.silos()));
                continue;
            }
            // a bit of the zip's own, of a time for instance
            assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()), () -> "byte " + place);
            return;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void aNewerFormatIsRefusedByItsNumber() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(BackupFormat.FORMAT));
            zip.write('2');
        }
        BackupException refused = assertThrows(BackupException.class, () -> here.restore(file));

        assertEquals(Reason.NEWER, refused.reason());
        assertEquals("2", refused.detail());
    }

    @Test
    void aSiloThatIsThereStaysUnlessItIsPutAside() throws Exception {
        backUp();
        DataSet later = in(here, LYON.id(), silo -> TestImport.storeTable(silo, "later"));

        assertEquals(Reason.SILO_EXISTS, refused(() -> here.restore(file)));
        assertEquals(List.of(later, stored), in(here, LYON.id(), Silo::dataSets));

        Restored restored = here.stopped()
                .restore(new Restoration(file, Optional.empty(), true), Platform.PASSPHRASE, JobControl.NONE);

        assertEquals(List.of(stored), in(here, LYON.id(), Silo::dataSets));
        assertTrue(Files.exists(restored.replaced().orElseThrow().resolve("keys")));
        assertEquals(List.of(), here.problems());
    }

    @Test
    void theSameSiloTwiceOnOnePlatformHasTwoNames() throws Exception {
        backUp();

        assertEquals(Reason.NAME_REFUSED, refused(() -> here.restore(file, "\u202e")));
        here.restore(file, "Lyon, copie");
        CommunityId copy = here.community("Lyon, copie").id();

        assertNotEquals(LYON.id(), copy);
        assertTrue(sameContent(here, LYON.id(), here, copy));
        assertEquals(Reason.NAME_TAKEN, refused(() -> here.restore(file, "Lyon, copie")));
        in(here, copy, silo -> TestImport.storeTable(silo, "only in the copy"));
        assertEquals(List.of(stored), in(here, LYON.id(), Silo::dataSets));
        assertEquals(List.of(), here.problems());
    }

    @Test
    void aNameThatIsTakenElsewhereIsAskedFor() throws Exception {
        Platform elsewhere = elsewhere();
        Community other = new Community(CommunityId.random(), LYON.name(), 5);
        elsewhere.found(other);
        backUp();

        assertEquals(Reason.NAME_TAKEN, refused(() -> elsewhere.restore(file)));
        assertEquals(List.of(other), elsewhere.communities());
        assertEquals(List.of(other.id().value().toString()), names(elsewhere.silos()));
    }

    @Test
    void aFileIsNeverOverwrittenAndAStoppedBackupLeavesNone() throws Exception {
        assertThrows(
                JobCancelledException.class,
                () -> here.stopped().backup(LYON.name(), file, Platform.PASSPHRASE, new JobControl() {
                    @Override
                    public void progress(double fraction) {
                        // looks at nothing
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }));
        assertEquals(List.of("here"), names(folder));

        backUp();
        byte[] before = Files.readAllBytes(file);
        assertEquals(Reason.FILE_EXISTS, refused(this::backUp));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aSiloOfAnEarlierFormatStaysWhatItIsAndIsMigratedWhereItIsRestored() throws Exception {
        Community old = new Community(CommunityId.random(), "Ancienne", 5);
        here.database(store -> {
            store.addCommunity(old);
            return old;
        });
        try (InputStream statements = TestImport.class.getResourceAsStream("silo-format-1.sql")) {
            OldDatabase.make(here.silo(old.id()), "silo " + old.id().value(), here.secret(), statements);
        }
        here.stopped().backup(old.name(), file, Platform.PASSPHRASE, JobControl.NONE);
        Platform elsewhere = elsewhere();

        assertEquals(5, elsewhere.restore(file).rows());

        assertEquals(
                1,
                EncryptedDatabase.settle(
                        here.silo(old.id()),
                        "silo " + old.id().value(),
                        EncryptedDatabase.keys(
                                here.silo(old.id()), "silo " + old.id().value(), here.secret())));
        assertEquals(
                List.of("stages l’an 1"),
                in(
                        elsewhere,
                        old.id(),
                        silo -> silo.dataSets().stream().map(DataSet::name).toList()));
    }

    @Test
    void communitiesAreKnownByTheirNames() {
        assertEquals(
                Reason.NO_COMMUNITY,
                refused(() -> here.stopped().backup("Lyon", file, Platform.PASSPHRASE, JobControl.NONE)));
        assertEquals(
                Reason.NO_FOLDER,
                refused(() -> new StoppedBackups(folder, Optional.empty())
                        .backup(LYON.name(), file, Platform.PASSPHRASE, JobControl.NONE)));
    }

    @Test
    void whatAKilledRestorationLeftIsDeletedByTheNext() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        elsewhere.restore(file);
        Community other = new Community(CommunityId.random(), "Lille", 5);
        elsewhere.found(other);
        // killed while it was made; after it got its place; after its community was added
        Path making = Files.createDirectories(
                elsewhere.silos().resolve(CommunityId.random().value() + ".restoring"));
        Files.write(making.resolve("keys"), NUMEN);
        Path placed = Files.createDirectories(elsewhere.silo(CommunityId.random()));
        UnfinishedRestores.mark(placed);
        UnfinishedRestores.mark(elsewhere.silo(LYON.id()));

        assertEquals(Reason.SILO_EXISTS, refused(() -> elsewhere.restore(file)));

        assertFalse(Files.exists(making));
        assertFalse(Files.exists(placed));
        assertFalse(Files.exists(elsewhere.silo(LYON.id()).resolve("restored")));
        assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()));
        assertEquals(List.of(), elsewhere.problems());
    }
}
