package fr.sillage.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Short texts that were read before, by column: where the same ones come again and again one object stands for all, and
 * their bytes are not decoded again. Used by one thread.
 */
final class RecentCells {
    /** Bytes behind those of a text that may be looked at, and mean nothing. */
    static final int BEHIND = Long.BYTES;

    /** Bytes: four words. */
    private static final int LONGEST = 4 * Long.BYTES;

    private static final int MOST_COLUMNS = 64;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Charset charset;
    private Column[] columns = {};

    RecentCells(Charset charset) {
        this.charset = charset;
    }

    String text(int column, byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST || column >= MOST_COLUMNS) {
            return new String(bytes, from, length, charset);
        }
        Column recent = column(column);
        if (recent.left <= 0) {
            return new String(bytes, from, length, charset);
        }
        // two words, or four, that overlap where there are fewer bytes: with the length they tell the text
        long a;
        long b;
        long c = 0;
        long d = 0;
        if (length < Long.BYTES) {
            a = (long) WORD.get(bytes, from) & (1L << Byte.SIZE * length) - 1;
            b = 0;
        } else {
            a = (long) WORD.get(bytes, from);
            b = (long) WORD.get(bytes, to - Long.BYTES);
            if (length > 2 * Long.BYTES) {
                c = (long) WORD.get(bytes, from + Long.BYTES);
                d = (long) WORD.get(bytes, to - 2 * Long.BYTES);
            }
        }
        int place = recent.place(length, a, b, c, d);
        if (recent.is(place, length, a, b, c, d)) {
            return recent.found(place);
        }
        if (recent.is(place ^ 1, length, a, b, c, d)) {
            return recent.found(place ^ 1);
        }
        return recent.put(place, length, a, b, c, d, new String(bytes, from, length, charset));
    }

    private Column column(int column) {
        if (column >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(column + 1, 2 * columns.length));
        }
        if (columns[column] == null) {
            columns[column] = new Column();
        }
        return columns[column];
    }

    /** Each text has two places side by side; the table grows while texts push one another out. */
    private static final class Column {
        private static final int FIRST = 1 << 8;
        private static final int MOST = 1 << 13;

        /** A column whose texts were not found so much more often than they were is left alone. */
        private static final int PATIENCE = 1 << 13;

        private String[] texts = new String[FIRST];
        private int[] lengths = new int[FIRST];
        private long[] words = new long[4 * FIRST];
        private int pushedOut;
        private int left = PATIENCE;

        int place(int length, long a, long b, long c, long d) {
            long mixed = (a ^ Long.rotateLeft(b, 21) ^ Long.rotateLeft(c, 42) ^ Long.rotateLeft(d, 9) ^ length)
                    * 0x9E37_79B9_7F4A_7C15L; // golden ratio
            return (int) (mixed >>> 40) & texts.length - 1;
        }

        boolean is(int place, int length, long a, long b, long c, long d) {
            int at = 4 * place;
            return lengths[place] == length
                    && words[at] == a
                    && words[at + 1] == b
                    && words[at + 2] == c
                    && words[at + 3] == d;
        }

        String found(int place) {
            left = Math.min(PATIENCE, left + 1);
            return texts[place];
        }

        String put(int place, int length, long a, long b, long c, long d, String text) {
            left--;
            int into = lengths[place] == 0 ? place : place ^ 1;
            if (lengths[into] != 0) {
                into = place ^ pushedOut & 1;
                if (++pushedOut > texts.length && texts.length < MOST) {
                    grow();
                    return put(place(length, a, b, c, d), length, a, b, c, d, text);
                }
            }
            texts[into] = text;
            lengths[into] = length;
            words[4 * into] = a;
            words[4 * into + 1] = b;
            words[4 * into + 2] = c;
            words[4 * into + 3] = d;
            return text;
        }

        /** What it held comes again, if it is frequent. */
        private void grow() {
            int size = 2 * texts.length;
            texts = new String[size];
            lengths = new int[size];
            words = new long[4 * size];
            pushedOut = 0;
        }
    }
}
