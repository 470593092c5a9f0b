package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.TableId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChunkFrameTest {
    private static final TableId TABLE = new TableId(UUID.fromString("6f2a0a52-7a0e-4f5e-9b52-3f1d4c0e7a11"));
    private static final ChunkKey KEY = new ChunkKey(TABLE, 3, ChunkKey.Kind.VALUES, 17);
    private static final String NAME = "chunk 6f2a0a52-7a0e-4f5e-9b52-3f1d4c0e7a11/3/VALUES/17";

    @Test
    void readsBackAContentThatDeflates() {
        Content content = new Content(Codec.LONGS, 9, new byte[10_000]);
        byte[] chunk = ChunkFrame.wrap(KEY, content);
        assertTrue(chunk.length < 200, "length " + chunk.length);
        assertSame(content, ChunkFrame.unwrap(KEY, chunk));
    }

    @Test
    void keepsAContentThatDoesNotDeflateAsItIs() {
        for (int length : new int[] {0, 1, 10_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            Content content = new Content(Codec.DICTIONARY, 5, bytes);
            byte[] chunk = ChunkFrame.wrap(KEY, content);
            assertEquals(24 + length, chunk.length);
            assertSame(content, ChunkFrame.unwrap(KEY, chunk));
        }
    }

    @Test
    void noticesEveryFlippedBit() {
        for (Content content : List.of(repetitive(), random())) {
            byte[] chunk = ChunkFrame.wrap(KEY, content);
            for (int bit = 0; bit < chunk.length * 8; bit++) {
                byte[] damaged = chunk.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                assertCorrupt(KEY, damaged, "bit " + bit);
            }
        }
    }

    @Test
    void noticesEveryTruncationAndWhatIsTooMuch() {
        for (Content content : List.of(repetitive(), random())) {
            byte[] chunk = ChunkFrame.wrap(KEY, content);
            for (int length = 0; length < chunk.length; length++) {
                assertCorrupt(KEY, Arrays.copyOf(chunk, length), "length " + length);
            }
            assertCorrupt(KEY, Arrays.copyOf(chunk, chunk.length + 1), "one byte more");
        }
    }

    @Test
    void noticesAChunkThatStandsWhereAnotherBelongs() {
        byte[] chunk = ChunkFrame.wrap(KEY, repetitive());
        for (ChunkKey other : List.of(
                new ChunkKey(new TableId(new UUID(1, 2)), 3, ChunkKey.Kind.VALUES, 17),
                new ChunkKey(TABLE, 4, ChunkKey.Kind.VALUES, 17),
                new ChunkKey(TABLE, 3, ChunkKey.Kind.DICTIONARY, 17),
                new ChunkKey(TABLE, 3, ChunkKey.Kind.VALUES, 18))) {
            assertThrows(CorruptChunkException.class, () -> ChunkFrame.unwrap(other, chunk), other::toString);
        }
    }

    @Test
    void saysThatAChunkIsOfANewerFormat() {
        byte[] chunk = ChunkFrame.wrap(KEY, repetitive());
        chunk[5] = ChunkFrame.FORMAT + 1;
        String message = assertThrows(CorruptChunkException.class, () -> ChunkFrame.unwrap(KEY, chunk))
                .getMessage();
        assertEquals(NAME + ": format 3, this version reads up to 2", message);
    }

    /** Chunks of format 1 that were written once are to be read for ever (checksum computed apart). */
    @Test
    void theFormatStaysAsItIs() {
        byte[] chunk = ChunkFrame.wrap(KEY, CodeCodec.encode(new int[] {1, 0, 2}, 3));
        assertEquals(
                "534c4743" + "0001" + "01" + "00" + "00000003" + "00000004" + "00000004" + "7145d5f5" + "01010002",
                HexFormat.of().formatHex(chunk));
    }

    private static Content repetitive() {
        return new Content(Codec.CODES, 500, new byte[500]);
    }

    private static Content random() {
        byte[] bytes = new byte[300];
        new Random(1).nextBytes(bytes);
        return new Content(Codec.DOUBLES, 30, bytes);
    }

    private static void assertCorrupt(ChunkKey key, byte[] chunk, String what) {
        String message = assertThrows(CorruptChunkException.class, () -> ChunkFrame.unwrap(key, chunk), what)
                .getMessage();
        assertTrue(message.startsWith(NAME), message);
    }

    private static void assertSame(Content expected, Content read) {
        assertEquals(expected.codec(), read.codec());
        assertEquals(expected.count(), read.count());
        assertArrayEquals(expected.bytes(), read.bytes());
    }
}
