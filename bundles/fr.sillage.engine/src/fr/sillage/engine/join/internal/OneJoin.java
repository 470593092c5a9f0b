package fr.sillage.engine.join.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.key.internal.ColumnCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows linked with one other slot, and cells that are numbered by all combinations of the keys' codes: then each side
 * has a part of a cell's number, and a row's cells are sums. Thread-safe.
 */
public final class OneJoin {
    private static final int MISSING = -1;

    private final SlotRows rows;
    private final Explosion linked;

    /** For each key what one more of its codes adds to the cell's number. */
    private final int[] steps;

    /** For each entry of the linked slot its part of the cell's number. */
    private final int[] parts;

    /** Takes what a row becomes. */
    public interface Taker {
        /** It is in a cell, with one row of the other slot. */
        void cell(int row, int cell);

        /** With one row of the other slot it lacks a key. */
        void missing(int row);

        /** It is not taken by the filter, or no row of the other slot goes with it. */
        void excluded(int row);
    }

    private OneJoin(SlotRows rows, int[] steps) {
        this.rows = rows;
        this.linked = rows.explosions().getFirst();
        this.steps = steps;
        this.parts = linked.parts(steps, MISSING);
    }

    /**
     * @param highest the highest code of each key; all combinations have a number
     * @return empty where the rows are linked with none or several
     */
    public static Optional<OneJoin> of(SlotRows rows, int[] highest) {
        if (rows.explosions().size() != 1) {
            return Optional.empty();
        }
        int[] steps = new int[highest.length];
        int step = 1;
        for (int key = highest.length - 1; key >= 0; key--) {
            steps[key] = step;
            step *= highest[key];
        }
        return Optional.of(new OneJoin(rows, steps));
    }

    /** Reads chunks; used by one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** Reads chunks. */
    public final class Reader {
        private final int[] codes = new int[rows.table().mostRows()];
        private final int[] own = new int[codes.length];

        private Reader() {}

        /** Every row of a chunk, in their order. */
        public void each(int chunk, Taker taker) {
            int size = rows.table().rows(chunk);
            long[] taken = rows.taken().of(chunk);
            own(chunk, size);
            linked.fill(chunk, size, codes);
            for (int row = 0; row < size; row++) {
                int entry = linked.start(codes[row]);
                int end = linked.end(codes[row]);
                if (entry == end || !Bits.get(taken, row)) {
                    taker.excluded(row);
                    continue;
                }
                for (; entry < end; entry++) {
                    if ((own[row] | parts[entry]) < 0) {
                        taker.missing(row);
                    } else {
                        taker.cell(row, own[row] + parts[entry]);
                    }
                }
            }
        }

        /** The part of the cell's number that the row itself has. */
        private void own(int chunk, int size) {
            Arrays.fill(own, 0, size, 0);
            List<ColumnCodes> plain = rows.plain();
            for (int i = 0; i < plain.size(); i++) {
                int step = steps[rows.plainAt()[i]];
                plain.get(i).fill(chunk, codes);
                for (int row = 0; row < size; row++) {
                    own[row] = own[row] < 0 || codes[row] == 0 ? MISSING : own[row] + (codes[row] - 1) * step;
                }
            }
        }
    }
}
