package fr.sillage.engine.table.internal;

import fr.sillage.engine.MemoryBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes of texts, which it knows by 128 bits each and not by themselves: from 1, in the order in which they came. Takes
 * some 24 bytes a text, out of a budget. Used by one thread.
 */
public final class HashCodes implements AutoCloseable {
    /** Texts that are looked for at once, at the most. */
    public static final int AT_ONCE = 1 << 8;

    private static final int BLOCK = 1 << 9;
    private static final int FIRST_SLOTS = 1 << 6;

    private final MemoryBudget budget;

    /** By code less 1, two words each. */
    private final List<long[]> hashes = new ArrayList<>();

    /** Codes by hash, the next free slot after it where it is taken; 0 is free. A power of two, two thirds full at most. */
    private int[] slots = new int[FIRST_SLOTS];

    private final long[] met = new long[AT_ONCE];

    private int size;
    private long taken;

    public HashCodes(MemoryBudget budget) {
        this.budget = budget;
    }

    /** The code of a text; 0 where it is not known. */
    public int find(long low, long high) {
        int at = slot(low);
        while (slots[at] != 0 && !is(slots[at], low, high)) {
            at = at + 1 & slots.length - 1;
        }
        return slots[at];
    }

    /**
     * The codes of many texts, 0 where one is not known. What they need of the memory is asked for at once: one by one
     * each would wait for it.
     */
    public void find(long[] lows, long[] highs, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = slots[slot(lows[i])];
        }
        for (int i = 0; i < count; i++) {
            met[i] = into[i] == 0 ? 0 : hashes.get((into[i] - 1) / BLOCK)[2 * ((into[i] - 1) % BLOCK)];
        }
        for (int i = 0; i < count; i++) {
            if (into[i] != 0 && (met[i] != lows[i] || !is(into[i], lows[i], highs[i]))) {
                into[i] = find(lows[i], highs[i]);
            }
        }
    }

    /**
     * Gives a text that is not known the next code.
     *
     * @return 0 where the memory for it is missing
     */
    public int add(long low, long high) {
        if (size % BLOCK == 0) {
            if (!take(2L * Long.BYTES * BLOCK)) {
                return 0;
            }
            hashes.add(new long[2 * BLOCK]);
        }
        if (size + 1 > slots.length / 3 * 2 && !grow()) {
            return 0;
        }
        long[] block = hashes.getLast();
        block[2 * (size % BLOCK)] = low;
        block[2 * (size % BLOCK) + 1] = high;
        put(slots, ++size, low);
        return size;
    }

    public int size() {
        return size;
    }

    private boolean grow() {
        if (slots.length == 1 << 30 || !take(2L * Integer.BYTES * slots.length)) {
            return false;
        }
        int[] more = new int[2 * slots.length];
        long before = (long) Integer.BYTES * slots.length;
        slots = more;
        for (int code = 1; code <= size; code++) {
            put(more, code, hashes.get((code - 1) / BLOCK)[2 * ((code - 1) % BLOCK)]);
        }
        taken -= before;
        budget.giveBack(before);
        return true;
    }

    private void put(int[] into, int code, long low) {
        int at = slot(low);
        while (into[at] != 0) {
            at = at + 1 & into.length - 1;
        }
        into[at] = code;
    }

    private int slot(long low) {
        return (int) low & slots.length - 1;
    }

    private boolean is(int code, long low, long high) {
        long[] block = hashes.get((code - 1) / BLOCK);
        int at = 2 * ((code - 1) % BLOCK);
        return block[at] == low && block[at + 1] == high;
    }

    private boolean take(long bytes) {
        boolean there = budget.take(bytes);
        taken += there ? bytes : 0;
        return there;
    }

    /** Forgets all and gives the memory back. */
    @Override
    public void close() {
        budget.giveBack(taken);
        taken = 0;
        hashes.clear();
        slots = new int[FIRST_SLOTS];
        size = 0;
    }
}
