package fr.sillage.engine.key.internal;

import java.util.Arrays;

/** Gives each different number a code from 0, in order of appearance: a hash table without objects. */
public final class LongCodes {
    private static final int FREE = -1;

    private int[] table = filled(1 << 10);
    private long[] values = new long[1 << 9];
    private int size;

    /** The number's code; a new one where it is new. */
    public int codeOf(long value) {
        int at = slot(value);
        while (table[at] != FREE) {
            if (values[table[at]] == value) {
                return table[at];
            }
            at = at + 1 & table.length - 1;
        }
        if (size == values.length) {
            grow();
            return codeOf(value);
        }
        table[at] = size;
        values[size] = value;
        return size++;
    }

    /** The number's code; -1 where it has none. */
    int find(long value) {
        int at = slot(value);
        while (table[at] != FREE && values[table[at]] != value) {
            at = at + 1 & table.length - 1;
        }
        return table[at];
    }

    public long valueOf(int code) {
        return values[code];
    }

    public int size() {
        return size;
    }

    /** Twice the room; the table stays at most half full. */
    private void grow() {
        values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
        table = filled(Math.multiplyExact(table.length, 2));
        for (int code = 0; code < size; code++) {
            int at = slot(values[code]);
            while (table[at] != FREE) {
                at = at + 1 & table.length - 1;
            }
            table[at] = code;
        }
    }

    private int slot(long value) {
        long mixed = value * 0x9E37_79B9_7F4A_7C15L; // golden ratio: spreads neighbours over the upper bits
        return (int) (mixed ^ mixed >>> 32) & table.length - 1;
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }
}
