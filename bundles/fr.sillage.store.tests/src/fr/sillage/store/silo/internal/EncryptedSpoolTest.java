package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.silo.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSpoolTest {
    private static final int SEALED = SegmentCipher.SEGMENT + 16;

    @TempDir
    Path temporary;

    private Path folder;
    private EncryptedSpool spool;

    @BeforeEach
    void create() {
        folder = temporary.resolve("spool");
        spool = new EncryptedSpool(folder, new byte[32]);
    }

    private SpooledFile receive(byte[] bytes) throws IOException {
        return spool.receive("f.csv", new ByteArrayInputStream(bytes), bytes.length);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] content(SpooledFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                        throw new AssertionError("more than one file");
                    })
                    .orElseThrow();
        }
    }

    @Test
    void givesBackWhatItTookAsOftenAsAsked() throws IOException {
        int segment = SegmentCipher.SEGMENT;
        for (int length : new int[] {0, 1, segment - 1, segment, segment + 1, 2 * segment, 3 * segment + 7}) {
            byte[] bytes = bytes(length);
            try (SpooledFile file = receive(bytes)) {
                assertEquals(length, file.size().orElseThrow());
                for (int time = 0; time < 2; time++) {
                    assertArrayEquals(bytes, content(file), "length " + length);
                }
                assertTrue(Files.exists(only()));
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void noticesWhatWasCutChangedOrMoved() throws IOException {
        try (SpooledFile file = receive(bytes(3 * SegmentCipher.SEGMENT))) {
            byte[] sealed = Files.readAllBytes(only());
            assertEquals(3 * SEALED, sealed.length);
            Files.write(only(), Arrays.copyOf(sealed, 2 * SEALED));
            assertThrows(IOException.class, () -> content(file));
            byte[] changed = sealed.clone();
            changed[SEALED + 5] ^= 1;
            Files.write(only(), changed);
            assertThrows(IOException.class, () -> content(file));
            byte[] moved = sealed.clone();
            System.arraycopy(sealed, 0, moved, SEALED, SEALED);
            Files.write(only(), moved);
            assertThrows(IOException.class, () -> content(file));
            Files.write(only(), sealed);
            assertEquals(3 * SegmentCipher.SEGMENT, content(file).length);
        }
    }

    @Test
    void leavesNothingWhenTooMuchComes() throws IOException {
        assertThrows(IOException.class, () -> spool.receive("f.csv", new ByteArrayInputStream(bytes(100_000)), 99_999));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void clearingTakesEverything() throws IOException {
        try (SpooledFile file = receive(bytes(10))) {
            assertEquals(10, content(file).length);
            spool.clear();
            assertFalse(Files.exists(folder));
        }
        try (SpooledFile next = receive(bytes(10))) {
            assertEquals(10, content(next).length);
        }
    }
}
