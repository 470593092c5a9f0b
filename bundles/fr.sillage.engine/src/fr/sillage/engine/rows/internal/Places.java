package fr.sillage.engine.rows.internal;

import fr.sillage.engine.column.internal.Bits;

/**
 * A place for each row of an answer, such that the places tell nothing of where a row is stored. Thread-safe once it is
 * shuffled, as long as no two threads count the same chunk.
 */
final class Places {
    private final int[] counts;
    private int[] firsts = {};
    private int[] places = {};

    Places(int chunks) {
        this.counts = new int[chunks];
    }

    /** Learns how many rows of a chunk there are. */
    void count(int chunk, long[] rows) {
        counts[chunk] = Bits.count(rows);
    }

    long rows() {
        long rows = 0;
        for (int count : counts) {
            rows += count;
        }
        return rows;
    }

    /** Once all chunks are counted, which are not more rows than an array can hold. */
    void shuffle() {
        firsts = new int[counts.length + 1];
        for (int chunk = 0; chunk < counts.length; chunk++) {
            firsts[chunk + 1] = firsts[chunk] + counts[chunk];
        }
        places = Shuffle.numbers(firsts[counts.length]);
    }

    /** Takes a row with its place. */
    interface Taker {
        void take(int row, int place);
    }

    /** The same rows of a chunk that were counted, each with its place. */
    void each(int chunk, long[] rows, Taker taker) {
        int[] at = {firsts[chunk]};
        Bits.each(rows, row -> taker.take(row, places[at[0]++]));
    }
}
