package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.join.internal.OneJoin;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a chunk with the cells that they are in, one after the other: a row comes as often as it is in cells, and
 * rows keep their order. What is in no cell goes to others. Used by one thread.
 */
final class CellList implements OneJoin.Taker {
    private final ScanPlan plan;
    private final RowCells rowCells;
    private final Optional<OneJoin.Reader> join;
    private final PersonTally missing;
    private final PersonTally excluded;
    private int[] rows;
    private int[] cells;
    private int size;

    /** @param join how rows are joined, where they are with one other slot */
    CellList(ScanPlan plan, Optional<OneJoin> join, PersonTally missing, PersonTally excluded) {
        this.plan = plan;
        this.join = join.map(OneJoin::reader);
        this.rowCells = new RowCells(plan);
        this.missing = missing;
        this.excluded = excluded;
        this.rows = new int[plan.rows().table().mostRows()];
        this.cells = new int[rows.length];
    }

    /** Turns to a chunk. */
    void load(int chunk) {
        size = 0;
        if (join.isPresent()) {
            join.get().each(chunk, this);
        } else if (plan.isPlain()) {
            plain(chunk);
        } else {
            explode(chunk);
        }
    }

    private void plain(int chunk) {
        rowCells.load(chunk);
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

    private void explode(int chunk) {
        rowCells.load(chunk);
        for (int row = 0; row < rowCells.size(); row++) {
            if (!Bits.get(rowCells.taken(), row) || !rowCells.explode(row, this::cell, this::missing)) {
                excluded(row);
            }
        }
    }

    @Override
    public void missing(int row) {
        missing.add(row);
    }

    @Override
    public void excluded(int row) {
        excluded.add(row);
    }

    @Override
    public void cell(int row, int cell) {
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
