package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedCacheTest {
    private static final TableId TABLE = TableId.random();

    private record Block(int number, long bytes) implements SharedCache.Held {}

    private final AtomicInteger reads = new AtomicInteger();

    private static ChunkKey key(int number) {
        return new ChunkKey(TABLE, 0, ChunkKey.Kind.VALUES, number);
    }

    /** Asks for a block of ten bytes, and tells whether it had to be read. */
    private boolean readsAnew(SharedCache.Share share, int number) {
        int before = reads.get();
        Block block = share.get(key(number), Block.class, () -> {
            reads.incrementAndGet();
            return new Block(number, 10);
        });
        assertEquals(number, block.number());
        return reads.get() > before;
    }

    @Test
    void keepsWhatWasUsedLastWithinTheBudget() {
        SharedCache cache = new SharedCache(30);
        SharedCache.Share share = cache.share("lyon");
        IntStream.range(0, 3).forEach(n -> assertTrue(readsAnew(share, n)));
        assertTrue(!readsAnew(share, 0));
        assertTrue(readsAnew(share, 3)); // in the place of 1, which was not used for longest
        assertTrue(!readsAnew(share, 0) && !readsAnew(share, 2) && !readsAnew(share, 3));
        assertTrue(readsAnew(share, 1));
        assertEquals(new SharedCache.Usage(30, 30, 4, 5, Map.of("lyon", 30L)), cache.usage());
    }

    @Test
    void whatIsReadWhileItIsClearedIsNotHeld() {
        SharedCache.Share share = new SharedCache(30).share("lyon");
        Block read = share.get(key(1), Block.class, () -> {
            share.clear();
            return new Block(1, 10);
        });
        assertEquals(new Block(1, 10), read);
        assertTrue(readsAnew(share, 1) && !readsAnew(share, 1));
    }

    @Test
    void whoHoldsMostGivesUpFirst() {
        SharedCache cache = new SharedCache(60);
        SharedCache.Share lyon = cache.share("lyon");
        SharedCache.Share lille = cache.share("lille");
        IntStream.range(0, 6).forEach(n -> readsAnew(lyon, n));
        IntStream.range(0, 3).forEach(n -> readsAnew(lille, n));
        assertEquals(Map.of("lyon", 30L, "lille", 30L), cache.usage().byOwner());
        IntStream.range(10, 30).forEach(n -> readsAnew(lyon, n));
        assertTrue(!readsAnew(lille, 0) && !readsAnew(lille, 1) && !readsAnew(lille, 2), "its fair part stays");
    }

    @Test
    void nobodySeesWhatAnotherHolds() {
        SharedCache cache = new SharedCache(100);
        readsAnew(cache.share("lyon"), 1);
        assertTrue(readsAnew(cache.share("lille"), 1));
        assertTrue(!readsAnew(cache.share("lyon"), 1), "the same owner has the same share");
    }

    @Test
    void whatIsGreaterThanTheBudgetIsReadEachTime() {
        SharedCache.Share none = new SharedCache(0).share("lyon");
        assertTrue(readsAnew(none, 1) && readsAnew(none, 1));
        SharedCache cache = new SharedCache(15);
        SharedCache.Share share = cache.share("lyon");
        readsAnew(share, 1);
        share.get(key(2), Block.class, () -> new Block(2, 16));
        assertTrue(!readsAnew(share, 1), "and drives nothing out");
    }

    @Test
    void anOwnerClearsTheOwnPartAlone() {
        SharedCache cache = new SharedCache(100);
        SharedCache.Share share = cache.share("lyon");
        readsAnew(share, 1);
        cache.share("lille").get(key(1), Block.class, () -> new Block(1, 7));
        share.clear();
        assertEquals(7, cache.usage().used());
        assertTrue(readsAnew(share, 1));
    }
}
