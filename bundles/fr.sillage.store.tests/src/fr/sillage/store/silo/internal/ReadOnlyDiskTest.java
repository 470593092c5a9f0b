package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.internal.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silos on a disk that becomes read-only meanwhile; left out where the machine does not let one be made. */
class ReadOnlyDiskTest {
    private static final CommunityId LYON = CommunityId.random();

    @TempDir
    Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("silos"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString());
        assumeTrue(mounted, "no disk can be made here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean remount(String how) throws InterruptedException {
        return run("mount", "-o", "remount," + how, disk.toString());
    }

    @Test
    void whatIsThereCanBeReadAndImportsWorkAgainAfterIt() throws Exception {
        try (DerbySiloStore store = new DerbySiloStore(TestHome.in(folder))) {
            store.create(LYON);
            Silo silo = store.open(TestContext.of(LYON));
            DataSet kept = TestImport.store(silo, "kept");
            byte[] chunk = silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow();
            store.rest(Duration.ZERO); // else the system finds the disk in use
            assumeTrue(remount("ro"), "the disk cannot be made read-only here");

            assertEquals(List.of(kept), silo.dataSets());
            assertArrayEquals(
                    chunk, silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow());
            RuntimeException failure = assertThrows(RuntimeException.class, () -> TestImport.store(silo, "next"));
            assertInstanceOf(NotWritableException.class, failure.getCause());
            assertThrows(
                    NotWritableException.class,
                    () -> silo.spool().receive("small.csv", new ByteArrayInputStream(new byte[3]), 10));

            assertTrue(remount("rw"));
            DataSet next = TestImport.store(silo, "next");
            assertEquals(List.of(kept, next), silo.dataSets());
        }
    }
}
