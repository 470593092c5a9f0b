package fr.sillage.engine.rows.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/**
 * The rows of a chunk that the filter takes and that lack none of some columns, with their codes; counts those that lack
 * one. Used by one thread.
 */
final class RequiredCodes {
    private final RowSet taken;
    private final List<ColumnCodes> columns;
    private final int[][] codes;
    private final long[] lacking;
    private long[] rows = {};

    RequiredCodes(TableChunks table, RowSet taken, List<ColumnCodes> columns) {
        this.taken = taken;
        this.columns = columns;
        this.codes = new int[columns.size()][table.mostRows()];
        this.lacking = new long[columns.size()];
    }

    /** Turns to a chunk. */
    void load(int chunk) {
        rows = taken.of(chunk);
        for (int column = 0; column < codes.length; column++) {
            if (columns.get(column).fill(chunk, codes[column])) {
                int before = Bits.count(rows);
                remove(codes[column]);
                lacking[column] += before - Bits.count(rows);
            }
        }
    }

    private void remove(int[] codesOfColumn) {
        Bits.each(rows.clone(), row -> {
            if (codesOfColumn[row] == 0) {
                rows[row >>> 6] &= ~(1L << row);
            }
        });
    }

    /** As bits; the array may be changed. */
    long[] rows() {
        return rows;
    }

    /** By row; none of {@link #rows} has the code 0. */
    int[] codes(int column) {
        return codes[column];
    }

    /** Rows of all chunks so far that the filter takes and that lack the column, but none before it. */
    long lacking(int column) {
        return lacking[column];
    }

    /** Marks the codes that occur. */
    void mark(int column, boolean[] occurs) {
        int[] ofColumn = codes[column];
        Bits.each(rows, row -> occurs[ofColumn[row]] = true);
    }
}
