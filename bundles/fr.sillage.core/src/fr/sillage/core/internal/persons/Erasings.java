package fr.sillage.core.internal.persons;

import fr.sillage.core.community.CommunityId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often something was erased in communities: what was begun before is not kept afterwards. Thread-safe. */
public final class Erasings {
    private final Map<CommunityId, Integer> counts = new ConcurrentHashMap<>();

    public int count(CommunityId community) {
        return counts.getOrDefault(community, 0);
    }

    public void add(CommunityId community) {
        counts.merge(community, 1, Integer::sum);
    }
}
