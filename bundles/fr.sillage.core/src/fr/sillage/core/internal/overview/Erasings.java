package fr.sillage.core.internal.overview;

import fr.sillage.core.community.CommunityId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often something was erased in communities: what was begun before is not kept afterwards. Thread-safe. */
final class Erasings {
    private final Map<CommunityId, Integer> counts = new ConcurrentHashMap<>();

    int count(CommunityId community) {
        return counts.getOrDefault(community, 0);
    }

    void add(CommunityId community) {
        counts.merge(community, 1, Integer::sum);
    }
}
