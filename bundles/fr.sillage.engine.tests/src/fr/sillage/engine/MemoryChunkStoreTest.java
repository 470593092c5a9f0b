package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryChunkStoreTest {
    private static final byte[] CHUNK = "East Anglian Region".getBytes(StandardCharsets.UTF_8);

    private final Map<ChunkKey, byte[]> memory = new ConcurrentHashMap<>();
    private final MemoryChunkStore store = new MemoryChunkStore(memory);
    private final TableId table = TableId.random();

    private ChunkKey key(int number) {
        return new ChunkKey(table, 0, ChunkKey.Kind.VALUES, number);
    }

    @Test
    void readsBackWhatWasWritten() {
        store.write(key(0), CHUNK);
        store.write(key(1), new byte[0]);
        assertArrayEquals(CHUNK, store.read(key(0)).orElseThrow());
        assertArrayEquals(new byte[0], store.read(key(1)).orElseThrow());
        assertTrue(store.read(key(2)).isEmpty());
    }

    @Test
    void whatIsInMemoryShowsNothingNotEvenThatTwoChunksAreAlike() {
        store.write(key(0), CHUNK);
        store.write(key(1), CHUNK);
        byte[] first = memory.get(key(0));
        byte[] second = memory.get(key(1));
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("Anglian"));
        assertFalse(Arrays.equals(first, 0, 12, second, 0, 12), "a nonce is used once");
        assertFalse(Arrays.equals(first, 12, first.length, second, 12, second.length));
    }

    @Test
    void anotherStoreHasAnotherKey() {
        store.write(key(0), CHUNK);
        MemoryChunkStore other = new MemoryChunkStore(memory);
        assertThrows(CorruptChunkException.class, () -> other.read(key(0)));
    }

    @Test
    void noticesEveryChange() {
        store.write(key(0), CHUNK);
        byte[] sealed = memory.get(key(0));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            memory.put(key(0), changed);
            assertThrows(CorruptChunkException.class, () -> store.read(key(0)), "byte " + at);
        }
    }

    @Test
    void manyThreadsMayWriteAndReadAtOnce() {
        IntStream.range(0, 2_000).parallel().forEach(number -> {
            store.write(key(number), new byte[] {(byte) number});
            assertArrayEquals(
                    new byte[] {(byte) number}, store.read(key(number)).orElseThrow());
        });
        assertEquals(
                2_000,
                memory.values().stream()
                        .map(bytes -> HexFormat.of().formatHex(bytes, 0, 12))
                        .distinct()
                        .count(),
                "nonces");
    }
}
