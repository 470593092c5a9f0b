package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.join.internal.Combinations;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Optional;

/** In which cells the rows of a chunk are. Used by one thread. */
final class RowCells {
    /** Takes a row with a cell that it is in. */
    interface Taker {
        void take(int row, int cell);
    }

    /** Takes a row that lacks a key. */
    interface Missing {
        void take(int row);
    }

    private final ScanPlan plan;
    private final TableChunks table;
    private final int[][] codes;
    private final int[] cells;
    private final Optional<Combinations> combinations;
    private final ChosenRegions regions;
    private final boolean overlap;
    private long[] taken = {};
    private long[] counted = {};
    private int size;

    RowCells(ScanPlan plan) {
        this.plan = plan;
        this.table = plan.rows().table();
        int most = table.mostRows();
        this.codes = new int[plan.rows().plain().size()][plan.isPlain() ? most : 0];
        this.cells = new int[plan.isPlain() ? most : 0];
        this.combinations = plan.isPlain()
                ? Optional.empty()
                : Optional.of(new Combinations(plan.rows(), plan.choices().size()));
        this.overlap = plan.overlap();
        this.regions = new ChosenRegions(plan.choices(), plan.numbers());
    }

    /** Turns to a chunk. */
    void load(int chunk) {
        size = table.rows(chunk);
        taken = plan.rows().taken().of(chunk);
        if (combinations.isPresent()) {
            combinations.get().load(chunk);
            return;
        }
        counted = taken.clone();
        for (int key = 0; key < codes.length; key++) {
            if (plan.rows().plain().get(key).fill(chunk, codes[key])) {
                removeMissing(codes[key]);
            }
        }
        plan.numbers().fill(codes, counted, size, cells);
    }

    private void removeMissing(int[] ofKey) {
        for (int row = 0; row < size; row++) {
            if (ofKey[row] == 0) {
                counted[row >>> 6] &= ~(1L << row);
            }
        }
    }

    int size() {
        return size;
    }

    /** Rows that the filter takes, as bits. */
    long[] taken() {
        return taken;
    }

    /** Rows that are in a cell, as bits; only where the plan is plain. */
    long[] counted() {
        return counted;
    }

    /** The cell of each row that is in one; only where the plan is plain. */
    int[] cells() {
        return cells;
    }

    /** Every row with every cell that it is in. */
    void each(Taker taker) {
        if (combinations.isPresent()) {
            for (int row = 0; row < size; row++) {
                if (Bits.get(taken, row)) {
                    explode(row, taker, r -> {});
                }
            }
            return;
        }
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long left = counted[word]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                taker.take(row, cells[row]);
            }
        }
    }

    /**
     * One row that the filter takes, where the plan is not plain.
     *
     * @param missing takes it for each combination in which a key is missing
     * @return whether there is any combination
     */
    boolean explode(int row, Taker taker, Missing missing) {
        return combinations.orElseThrow().each(row, found -> {
            if (overlap) {
                if (!regions.each(found, region -> taker.take(row, region))) {
                    missing.take(row);
                }
                return;
            }
            for (int code : found) {
                if (code == 0) {
                    missing.take(row);
                    return;
                }
            }
            taker.take(row, plan.numbers().numberOf(found));
        });
    }

    /** @throws TooManyCellsException where there are more cells than an answer may have */
    void requireFewCells() {
        if (!plan.numbers().isDense() && plan.numbers().size() > TooManyCellsException.MOST) {
            throw new TooManyCellsException();
        }
    }
}
