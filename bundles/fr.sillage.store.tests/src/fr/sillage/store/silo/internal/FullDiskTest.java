package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.NoSpaceException;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.store.internal.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of its own that is soon full; left out where the machine does not let one be made. */
class FullDiskTest {
    private static final CommunityId LYON = CommunityId.random();

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
        assumeTrue(mounted, "no disk can be made here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void anImportThatFillsTheDiskLeavesTheSiloAsBeforeAndUsable() throws IOException {
        DataSet kept;
        byte[] chunk;
        try (DerbySiloStore store = new DerbySiloStore(TestHome.in(folder.resolve("data")))) {
            store.create(LYON);
            Silo silo = store.open(TestContext.of(LYON));
            kept = TestImport.store(silo, "kept");
            chunk = silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow();
            Path ballast = Files.write(folder.resolve("ballast"), new byte[24 << 20]);
            RuntimeException failure = assertThrows(RuntimeException.class, () -> fill(silo));
            assertInstanceOf(NoSpaceException.class, failure.getCause());
            Files.delete(ballast);

            assertEquals(List.of(kept), silo.dataSets(), "in the same process, once there is room again");
            assertArrayEquals(
                    chunk, silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow());
        }
        try (DerbySiloStore store = new DerbySiloStore(TestHome.in(folder.resolve("data")))) {
            Silo silo = store.open(TestContext.of(LYON));
            assertEquals(List.of(kept), silo.dataSets());
            TestImport.store(silo, "next");
        }
    }

    private static void fill(Silo silo) {
        DataSet large = TestImport.dataSet("large");
        Random random = new Random(1);
        try (SiloTransaction transaction = silo.begin()) {
            for (int number = 0; number < 100; number++) {
                byte[] noise = new byte[1 << 20];
                random.nextBytes(noise);
                transaction.chunks().write(TestImport.chunk(large, number), noise);
            }
            transaction.add(large);
            transaction.commit();
        }
    }

    @Test
    void anUploadThatFillsTheDiskSaysSoAndLeavesNothing() throws IOException {
        Path spool = folder.resolve("spool");
        EncryptedSpool small = new EncryptedSpool(spool, new byte[32]);

        assertThrows(
                NoSpaceException.class,
                () -> small.receive("large.csv", new ByteArrayInputStream(new byte[96 << 20]), 1L << 30));

        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(
                3,
                small.receive("small.csv", new ByteArrayInputStream(new byte[3]), 10)
                        .size()
                        .orElseThrow());
    }
}
