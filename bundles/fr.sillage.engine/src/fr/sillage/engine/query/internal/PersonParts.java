package fr.sillage.engine.query.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows as pairs of a person and a cell, parted by person, so that a part with all that is counted of it fits into the
 * processor's cache. Used by one thread.
 */
final class PersonParts {
    private static final int BLOCK = 1 << 10;

    private final int bits;
    private final int from;
    private final long[][] open;
    private final int[] filled;
    private final List<List<long[]>> full;

    /**
     * @param bits the last bits of a person's number tell the part
     * @param from the first part that is taken
     * @param count how many parts are taken
     */
    PersonParts(int bits, int from, int count) {
        this.bits = bits;
        this.from = from;
        this.open = new long[count][];
        this.filled = new int[count];
        this.full = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            open[part] = new long[BLOCK];
            full.add(new ArrayList<>(0));
        }
    }

    /** Takes a pair, unless the person belongs to another part. */
    void add(int person, int cell) {
        int part = (person & (1 << bits) - 1) - from;
        if (part < 0 || part >= open.length) {
            return;
        }
        int at = filled[part];
        if (at == BLOCK) {
            full.get(part).add(open[part]);
            open[part] = new long[BLOCK];
            at = 0;
        }
        open[part][at] = (long) (person >>> bits) << Integer.SIZE | cell;
        filled[part] = at + 1;
    }

    /** How many pairs a part has. */
    int size(int part) {
        return full.get(part).size() * BLOCK + filled[part];
    }

    /** Appends the pairs of a part: the person's number without the last bits, then the cell. */
    int copyTo(int part, long[] into, int at) {
        int end = at;
        for (long[] block : full.get(part)) {
            System.arraycopy(block, 0, into, end, BLOCK);
            end += BLOCK;
        }
        System.arraycopy(open[part], 0, into, end, filled[part]);
        return end + filled[part];
    }

    /** Gives the memory of a part back. */
    void drop(int part) {
        full.set(part, List.of());
        open[part] = new long[0];
        filled[part] = 0;
    }
}
