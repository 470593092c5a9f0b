package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.internal.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final CommunityId LYON = CommunityId.random();

    @TempDir
    Path data;

    @TempDir
    Path beside;

    @Test
    void leavesTheSiloAsBeforeAndNothingInClear() throws Exception {
        DataSet kept;
        List<ImportRecord> imports;
        try (DerbySiloStore store = new DerbySiloStore(TestHome.in(data))) {
            store.create(LYON);
            Silo silo = store.open(TestContext.of(LYON));
            kept = TestImport.store(silo, "kept");
            imports = silo.imports();
        }
        killInTheMiddle();
        Path folder = data.resolve("silos").resolve(LYON.value().toString());
        try (Stream<Path> spooled = Files.list(folder.resolve("spool"))) {
            assertEquals(1, spooled.count(), "the kill came in the middle, so the spool holds its file");
        }
        assertTrue(Files.exists(data.resolve("derby.log")));
        assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), data));
        try (DerbySiloStore store = new DerbySiloStore(TestHome.in(data))) {
            Silo silo = store.open(TestContext.of(LYON));
            assertEquals(List.of(kept), silo.dataSets());
            assertEquals(imports, silo.imports());
            assertTrue(silo.chunks().read(TestImport.chunk(kept, 2)).isPresent());
            assertFalse(Files.exists(folder.resolve("spool")));
            TestImport.store(silo, "killed"); // the name is free
        }
        assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), data));
    }

    private void killInTheMiddle() throws IOException, InterruptedException {
        Path sign = beside.resolve("under way");
        Path temporary = Files.createDirectories(data.resolve("temporary"));
        Process process = ChildJvm.start(
                KilledImport.class,
                beside,
                List.of("-Djava.io.tmpdir=" + temporary),
                data.toString(),
                LYON.value().toString(),
                sign.toString());
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            while (!Files.exists(sign)) {
                assertTrue(
                        process.isAlive() && System.nanoTime() < end,
                        () -> "the import did not come under way: " + output());
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
    }

    private String output() {
        try {
            return Files.readString(beside.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
