package fr.sillage.core.silo;

import fr.sillage.core.community.CommunityId;
import fr.sillage.engine.SharedCache;
import java.util.HashMap;
import java.util.Map;

/**
 * What is held in memory so that it need not be made again: how much, and whether that helped. Says nothing of what it
 * is.
 *
 * @param budget bytes that may be held for all communities together
 * @param used bytes that are held
 * @param hits how often something held was asked for since the platform started
 * @param misses how often something else was
 * @param byCommunity held bytes of each; none where it holds nothing
 */
public record MemoryUse(long budget, long used, long hits, long misses, Map<CommunityId, Long> byCommunity) {
    public MemoryUse {
        byCommunity = Map.copyOf(byCommunity);
    }

    /** @param usage of a cache whose owners are communities */
    public static MemoryUse of(SharedCache.Usage usage) {
        Map<CommunityId, Long> byCommunity = new HashMap<>();
        usage.byOwner().forEach((owner, bytes) -> {
            if (bytes > 0) {
                byCommunity.put((CommunityId) owner, bytes);
            }
        });
        return new MemoryUse(usage.budget(), usage.used(), usage.hits(), usage.misses(), byCommunity);
    }
}
