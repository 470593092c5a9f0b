package fr.sillage.engine.query.internal;

import java.util.Arrays;

/**
 * Pairs as long numbers, sorted and freed of repetitions whenever the room is full. It takes room for at most four times
 * what is distinct.
 */
final class SortedPairs implements Pairs {
    private long[] pairs = new long[1 << 12];
    private int size;

    @Override
    public void add(int group, int person) {
        if (size == pairs.length) {
            compact();
            if (size > pairs.length / 2) {
                pairs = Arrays.copyOf(pairs, Math.multiplyExact(pairs.length, 2));
            }
        }
        pairs[size++] = (long) group << 32 | person;
    }

    @Override
    public void forEach(Visitor visitor) {
        compact();
        for (int i = 0; i < size; i++) {
            visitor.visit((int) (pairs[i] >>> 32), (int) pairs[i]);
        }
    }

    private void compact() {
        Arrays.sort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        size = kept;
    }
}
