package fr.sillage.engine.order.internal;

import fr.sillage.engine.column.internal.Bits;
import java.util.BitSet;

/** Which places are of rows without a value. Threads may write different places at once. */
final class MissingPlaces {
    private final byte[] marks;

    /** @param any whether there is one at all */
    MissingPlaces(int size, boolean any) {
        this.marks = new byte[any ? size : 0];
    }

    /**
     * @param missing rows of a chunk, as bits
     * @param places of all rows
     * @param first row of the chunk
     */
    void put(long[] missing, int[] places, int first) {
        Bits.each(missing, row -> marks[places[first + row]] = 1);
    }

    /** From a place up to another one, exclusive. */
    BitSet cut(int from, int to) {
        BitSet missing = new BitSet();
        for (int place = from; place < Math.min(to, marks.length); place++) {
            if (marks[place] != 0) {
                missing.set(place - from);
            }
        }
        return missing;
    }
}
