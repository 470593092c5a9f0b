package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.store.silo.internal.ChildJvm;
import fr.sillage.store.silo.internal.TestContext;
import fr.sillage.store.silo.internal.TestImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRestoreTest {
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 5);
    private static final int ROUNDS = 3;
    /** Of a restoration of a small silo, from its first file on. */
    private static final int MILLIS = 1500;

    @TempDir
    Path folder;

    @Test
    void leavesTheSiloWholeOrNothingAndCanBeRepeated() throws Exception {
        Platform here = Platform.in(folder.resolve("here"), "the secret of the platform here, long enough");
        here.found(LYON);
        DataSet stored = here.silos(store -> TestImport.storeTable(store.open(TestContext.of(LYON.id())), "stages"));
        Path file = folder.resolve("lyon.zip");
        here.stopped().backup(LYON.name(), file, Platform.PASSPHRASE, JobControl.NONE);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Platform elsewhere = Platform.in(folder.resolve("to" + round), "the secret of another one, long enough");
            killInTheMiddle(elsewhere, file, random.nextInt(MILLIS));

            elsewhere.database(store -> {
                UnfinishedRestores.clear(elsewhere, store); // as a platform does that starts
                return store;
            });
            assertEquals(List.of(), elsewhere.problems(), "seed " + seed);
            if (elsewhere.communities().isEmpty()) {
                elsewhere.restore(file);
            } else {
                assertThrows(BackupException.class, () -> elsewhere.restore(file), "seed " + seed);
            }
            assertEquals(List.of(LYON), elsewhere.communities());
            assertEquals(
                    List.of(stored),
                    elsewhere.silos(
                            store -> store.open(TestContext.of(LYON.id())).dataSets()));
        }
    }

    private void killInTheMiddle(Platform platform, Path file, int millis) throws IOException, InterruptedException {
        Path beside = Files.createTempDirectory(folder, "beside");
        Process process = ChildJvm.start(
                KilledRestore.class, beside, List.of(), platform.folder().toString(), file.toString());
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            Path making = platform.silos().resolve(LYON.id().value() + UnfinishedRestores.MAKING);
            while (!Files.exists(making) && process.isAlive()) {
                assertTrue(System.nanoTime() < end, "the restoration did not come under way");
                Thread.sleep(5);
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(
                "",
                Files.readString(beside.resolve("output"))
                        .lines()
                        .filter(line -> line.contains("Exception"))
                        .findFirst()
                        .orElse(""));
    }
}
