package fr.sillage.engine.column.internal;

import java.util.Arrays;

/** Rows of a chunk as bits: row r is bit r % 64 of word r / 64; bits beyond the rows are not set. */
public final class Bits {
    private Bits() {}

    /** How many words hold the bits of that many rows. */
    public static int words(int rows) {
        return rows + Long.SIZE - 1 >>> 6;
    }

    /** No row of that many. */
    public static long[] none(int rows) {
        return new long[words(rows)];
    }

    /** Every row of that many. */
    public static long[] all(int rows) {
        long[] words = none(rows);
        Arrays.fill(words, -1);
        if (rows % Long.SIZE != 0) {
            words[words.length - 1] = (1L << rows) - 1;
        }
        return words;
    }

    public static boolean get(long[] words, int row) {
        return (words[row >>> 6] & 1L << row) != 0;
    }

    /** Leaves in {@code words} what is in both. */
    public static void and(long[] words, long[] others) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= others[i];
        }
    }

    /** Adds to {@code words} what is in the other. */
    public static void or(long[] words, long[] others) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= others[i];
        }
    }

    /** Leaves in {@code words} what is not in the other, which may be shorter. */
    public static void andNot(long[] words, long[] others) {
        for (int i = 0; i < Math.min(words.length, others.length); i++) {
            words[i] &= ~others[i];
        }
    }

    /** Whether there is a row from the first up to the end, exclusive, which is greater. */
    public static boolean any(long[] words, int first, int end) {
        int word = first >>> 6;
        int last = end - 1 >>> 6;
        long from = -1L << first;
        long to = -1L >>> -end;
        if (word == last) {
            return (words[word] & from & to) != 0;
        }
        long found = words[word] & from | words[last] & to;
        for (int between = word + 1; between < last; between++) {
            found |= words[between];
        }
        return found != 0;
    }

    public static boolean isEmpty(long[] words) {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many rows there are in it. */
    public static int count(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** What is done with a row. */
    public interface RowWork {
        void accept(int row);
    }

    /** Every row in it, in their order. */
    public static void each(long[] words, RowWork work) {
        for (int word = 0; word < words.length; word++) {
            int first = word << 6;
            for (long left = words[word]; left != 0; left &= left - 1) {
                work.accept(first + Long.numberOfTrailingZeros(left));
            }
        }
    }
}
