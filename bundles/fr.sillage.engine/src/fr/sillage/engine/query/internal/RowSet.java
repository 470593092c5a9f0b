package fr.sillage.engine.query.internal;

import java.util.Arrays;
import java.util.BitSet;

/** Some rows of each chunk of a table. */
interface RowSet {
    /**
     * The rows of a chunk as bits: row r is bit r % 64 of word r / 64; bits beyond the chunk's rows are not set. The
     * array is the caller's.
     */
    long[] of(int chunk);

    /** How many words hold the bits of that many rows. */
    static int words(int rows) {
        return rows + Long.SIZE - 1 >>> 6;
    }

    /** The bits of all of that many rows. */
    static long[] all(int rows) {
        long[] words = new long[words(rows)];
        Arrays.fill(words, -1);
        if (rows % Long.SIZE != 0) {
            words[words.length - 1] = (1L << rows) - 1;
        }
        return words;
    }

    /** Takes the bits of the missing rows out. */
    static void remove(BitSet missing, long[] rows) {
        long[] words = missing.toLongArray();
        for (int word = 0; word < words.length; word++) {
            rows[word] &= ~words[word];
        }
    }
}
