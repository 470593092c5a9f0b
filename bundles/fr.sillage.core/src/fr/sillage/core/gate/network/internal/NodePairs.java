package fr.sillage.core.gate.network.internal;

import java.util.Arrays;

/** The first edge between each two nodes of a network; searches ask so often that no object may be made for it. */
final class NodePairs {
    private static final long FREE = -1;
    private static final int NONE = -1;

    private final int nodes;
    private final long[] pairs;
    private final int[] edges;

    /** @param size so many pairs at the most */
    NodePairs(int nodes, int size) {
        this.nodes = nodes;
        this.pairs = new long[Math.max(2, Integer.highestOneBit(size) * 4)];
        this.edges = new int[pairs.length];
        Arrays.fill(pairs, FREE);
    }

    private long pair(int one, int other) {
        return (long) Math.min(one, other) * nodes + Math.max(one, other);
    }

    /** Where a pair is, or would be. */
    private int place(long pair) {
        long spread = pair * 0x9E37_79B9_7F4A_7C15L; // golden ratio
        int at = (int) (spread >>> 32) & (pairs.length - 1);
        while (pairs[at] != FREE && pairs[at] != pair) {
            at = (at + 1) & (pairs.length - 1);
        }
        return at;
    }

    void putIfAbsent(int one, int other, int edge) {
        int at = place(pair(one, other));
        if (pairs[at] == FREE) {
            pairs[at] = pair(one, other);
            edges[at] = edge;
        }
    }

    /** Less than 0 where there is none. */
    int edge(int one, int other) {
        int at = place(pair(one, other));
        return pairs[at] == FREE ? NONE : edges[at];
    }
}
