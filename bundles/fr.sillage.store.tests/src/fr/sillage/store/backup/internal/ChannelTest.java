package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredPlatform;
import fr.sillage.core.backup.RestoredSilo;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.DerbyExtensionChoices;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import fr.sillage.store.silo.internal.DerbySiloStore;
import fr.sillage.store.silo.internal.TestContext;
import fr.sillage.store.silo.internal.TestImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that members work on while it is asked for backups. */
class ChannelTest {
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 5);

    @TempDir
    Path folder;

    private Platform platform;
    private DerbyPlatformDatabase database;
    private DerbyPlatformStore communities;
    private DerbySiloStore silos;
    private BackupChannel channel;
    private Backups asked;
    private Path file;

    @BeforeEach
    void run() throws IOException {
        platform = Platform.in(folder.resolve("here"), "the secret of the platform here, long enough");
        platform.found(LYON);
        database = new DerbyPlatformDatabase(platform);
        communities = new DerbyPlatformStore(database);
        silos = new DerbySiloStore(platform);
        channel = new BackupChannel(platform, communities, new DerbyExtensionChoices(database), silos, database);
        channel.listen(folder.resolve("channel"));
        asked = new RunningBackups(folder.resolve("channel"));
        file = folder.resolve("lyon.zip");
    }

    @AfterEach
    void stop() {
        channel.close();
        silos.close();
        database.close();
    }

    private Silo silo() {
        return silos.open(TestContext.of(LYON.id()));
    }

    private List<DataSet> restoredElsewhere() throws Exception {
        Path other = Files.createTempDirectory(folder, "elsewhere");
        Platform elsewhere = Platform.in(other, "the secret of another platform, long enough");
        elsewhere.restore(file);
        assertEquals(List.of(), elsewhere.problems());
        return elsewhere.silos(store -> store.open(TestContext.of(LYON.id())).dataSets());
    }

    @Test
    void anImportThatIsUnderWayIsNotInTheBackupAndGoesOn() throws Exception {
        DataSet kept = TestImport.storeTable(silo(), "kept");
        List<Double> progress = new ArrayList<>();
        DataSet half = TestImport.dataSet("half");
        try (SiloTransaction transaction = silo().begin()) {
            for (int number = 0; number < 40; number++) {
                transaction.chunks().write(TestImport.chunk(TestImport.dataSet("x"), number), new byte[100_000]);
            }
            TestImport.writeTable(silo(), transaction, half);

            Backups.BackedUp done = asked.backup("Lyon", file, Platform.PASSPHRASE, told(progress));

            assertEquals(new Backups.BackedUp("Lyon", Files.size(file)), done);
            transaction.commit();
        }
        assertEquals(1.0, progress.getLast());
        assertEquals(List.of(kept), restoredElsewhere());
        assertEquals(2, silo().dataSets().size());
        assertEquals(List.of(LYON.id().value().toString()), names(platform.silos()));
    }

    @Test
    void whileOthersReadAndWriteTheBackupHoldsWhatWasCommittedAtOneMoment() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService members = Executors.newFixedThreadPool(3)) {
            Future<Integer> writer = members.submit(() -> {
                int count = 0;
                while (!over.get()) {
                    TestImport.storeTable(silo(), "set %04d".formatted(count++));
                }
                return count;
            });
            List<Future<?>> readers = List.of(members.submit(() -> read(over)), members.submit(() -> read(over)));
            List<Integer> sizes = new ArrayList<>();
            try {
                for (int round = 0; round < 3; round++) {
                    TimeUnit.MILLISECONDS.sleep(150);
                    int before = silo().dataSets().size();
                    asked.backup("Lyon", file, Platform.PASSPHRASE, JobControl.NONE);
                    int after = silo().dataSets().size();
                    List<DataSet> restored = restoredElsewhere();
                    sizes.add(restored.size());
                    assertTrue(before <= restored.size() && restored.size() <= after, before + " " + sizes);
                    for (int number = 0; number < restored.size(); number++) {
                        assertEquals(
                                "set %04d".formatted(number),
                                restored.get(number).name());
                    }
                    Files.delete(file);
                }
            } finally {
                over.set(true);
            }
            assertTrue(writer.get() > sizes.getLast());
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    private void read(AtomicBoolean over) {
        while (!over.get()) {
            for (DataSet dataSet : silo().dataSets()) {
                assertTrue(silo().chunks().read(TestImport.chunk(dataSet, 0)).isPresent());
            }
        }
    }

    @Test
    void aRunningPlatformRestoresToANewCommunityButReplacesNothing() throws Exception {
        DataSet kept = TestImport.storeTable(silo(), "kept");
        asked.backup("Lyon", file, Platform.PASSPHRASE, JobControl.NONE);

        assertEquals(Reason.SILO_EXISTS, refused(Optional.empty(), false));
        assertEquals(Reason.RUNNING, refused(Optional.empty(), true));
        Restoration copied = new Restoration(file, Optional.of("Lyon, copie"), false);
        assertEquals(
                new RestoredSilo("Lyon, copie", kept.rows(), Optional.empty()),
                asked.restore(copied, Platform.PASSPHRASE, JobControl.NONE));

        Community copy = communities.communities().stream()
                .filter(c -> c.name().equals("Lyon, copie"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(kept), silos.open(TestContext.of(copy.id())).dataSets());
    }

    @Test
    void aRunningPlatformBacksItselfUpButIsNotReplaced() throws Exception {
        long bytes = asked.backupPlatform(file, Platform.PASSPHRASE, JobControl.NONE);

        assertEquals(Files.size(file), bytes);
        assertEquals(Reason.RUNNING, refused(Optional.empty(), true));
        assertEquals(
                List.of("channel", "here", "lyon.zip"),
                names(folder).stream().sorted().toList());
        assertFalse(Files.exists(platform.folder().resolve("platform.copy")));
        communities.addCommunity(new Community(CommunityId.random(), "Lille", 5)); // after the backup
        Path other = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(other.resolve(MasterSecret.FILE), "the secret of another platform, long enough");
        RestoredPlatform restored = (RestoredPlatform) new StoppedBackups(other, Optional.empty())
                .restore(new Restoration(file, Optional.empty(), false), Platform.PASSPHRASE, JobControl.NONE);
        assertEquals(new RestoredPlatform(0, List.of("Lyon"), Optional.empty()), restored);
    }

    private Reason refused(Optional<String> name, boolean replace) {
        return assertThrows(
                        BackupException.class,
                        () -> asked.restore(new Restoration(file, name, replace), Platform.PASSPHRASE, JobControl.NONE))
                .reason();
    }

    @Test
    void whereNobodyListensNothingIsWaitedFor() {
        channel.close();

        assertEquals(
                Reason.NO_ANSWER,
                assertThrows(
                                BackupException.class,
                                () -> asked.backup("Lyon", file, Platform.PASSPHRASE, JobControl.NONE))
                        .reason());
    }

    private static JobControl told(List<Double> progress) {
        return new JobControl() {
            @Override
            public void progress(double fraction) {
                progress.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
