package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.column.internal.Bits;
import java.util.Arrays;

/**
 * The rows of a chunk with the cells that they are in, one after the other: a row comes as often as it is in cells, and
 * rows keep their order. What is in no cell goes to others. Used by one thread.
 */
final class CellList {
    private final ScanPlan plan;
    private final RowCells rowCells;
    private final PersonTally missing;
    private final PersonTally excluded;
    private int[] rows;
    private int[] cells;
    private int size;

    CellList(ScanPlan plan, PersonTally missing, PersonTally excluded) {
        this.plan = plan;
        this.rowCells = new RowCells(plan);
        this.missing = missing;
        this.excluded = excluded;
        this.rows = new int[plan.rows().table().mostRows()];
        this.cells = new int[rows.length];
    }

    /** Turns to a chunk. */
    void load(int chunk) {
        rowCells.load(chunk);
        size = 0;
        if (plan.isPlain()) {
            plain(chunk);
        } else {
            for (int row = 0; row < rowCells.size(); row++) {
                if (!Bits.get(rowCells.taken(), row) || !rowCells.explode(row, this::put, missing::add)) {
                    excluded.add(row);
                }
            }
        }
    }

    private void plain(int chunk) {
        long[] taken = rowCells.taken();
        long[] counted = rowCells.counted();
        int[] cellOf = rowCells.cells();
        int count = 0;
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long left = counted[word]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                rows[count] = row;
                cells[count++] = cellOf[row];
            }
        }
        size = count;
        long[] others = Bits.all(rowCells.size());
        Bits.andNot(others, taken);
        excluded.add(chunk, others);
        Bits.andNot(taken, counted);
        missing.add(chunk, taken);
    }

    private void put(int row, int cell) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(16, Math.multiplyExact(size, 2)));
            cells = Arrays.copyOf(cells, rows.length);
        }
        rows[size] = row;
        cells[size++] = cell;
    }

    int[] rows() {
        return rows;
    }

    int[] cells() {
        return cells;
    }

    int size() {
        return size;
    }
}
