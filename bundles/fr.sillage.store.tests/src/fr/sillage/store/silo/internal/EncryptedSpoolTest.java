package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.silo.SpooledFile;
import fr.sillage.core.time.Retention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
    private Instant said = Instant.now();
    private long nanos;
    private final Retention retention = new Retention(() -> said, () -> nanos);
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

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aStartLeavesOnlyWhatWasKept() throws IOException {
        SpooledFile lost = receive(bytes(10));
        byte[] content = bytes(100_000);
        SpooledFile kept = spool.receive("été & Co.csv", new ByteArrayInputStream(content), content.length);
        String id = kept.keep();

        EncryptedSpool.begin(folder);
        assertEquals(List.of(id, id + ".kept"), files());
        assertThrows(IOException.class, () -> content(lost));

        EncryptedSpool restarted = new EncryptedSpool(folder, new byte[32]);
        SpooledFile found = restarted.find(id).orElseThrow();
        assertEquals("été & Co.csv", found.name());
        assertEquals(content.length, found.size().orElseThrow());
        assertArrayEquals(content, content(found));
        found.close();
        found.close();
        assertEquals(List.of(), files());
        assertTrue(restarted.find(id).isEmpty());
    }

    @Test
    void whatIsKeptSaysNothingWithoutTheKey() throws IOException {
        String id = spool.receive("Jeanne-Martin.csv", new ByteArrayInputStream(bytes(10)), 10)
                .keep();
        byte[] facts = Files.readAllBytes(folder.resolve(id + ".kept"));
        assertFalse(new String(facts, StandardCharsets.ISO_8859_1).contains("Jeanne"));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThrows(IOException.class, () -> new EncryptedSpool(folder, otherKey).find(id));
    }

    @Test
    void whatIsKeptForTooLongGoes() throws IOException {
        SpooledFile file = receive(bytes(10));
        String id = file.keep();
        pass(EncryptedSpool.RETENTION.minusSeconds(60));
        expire();
        assertEquals(List.of(id, id + ".kept"), files());

        Files.setLastModifiedTime(folder.resolve(id), FileTime.from(Instant.EPOCH));
        assertEquals(10, content(file).length);
        expire();
        assertEquals(List.of(id, id + ".kept"), files(), "it was read just now");

        pass(Duration.ofSeconds(120));
        expire();
        assertEquals(List.of(), files());
    }

    @Test
    void aClockThatIsSetAYearAheadTakesNothing() throws IOException {
        String id = receive(bytes(10)).keep();
        pass(Duration.ofHours(2));
        said = said.plus(Duration.ofDays(365));
        expire();
        assertEquals(List.of(id, id + ".kept"), files());
    }

    /** Else it would lie there for a year. */
    @Test
    void whatIsOfTheFutureGoesAfterADay() throws IOException {
        String id = receive(bytes(10)).keep();
        Files.setLastModifiedTime(folder.resolve(id), FileTime.from(said.plus(Duration.ofDays(365))));
        pass(Duration.ofHours(2));
        expire();
        assertEquals(List.of(id, id + ".kept"), files());

        pass(EncryptedSpool.RETENTION.plusSeconds(60));
        expire();
        assertEquals(List.of(), files());
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        said = said.plus(time);
    }

    private void expire() {
        EncryptedSpool.expire(folder, retention);
    }
}
