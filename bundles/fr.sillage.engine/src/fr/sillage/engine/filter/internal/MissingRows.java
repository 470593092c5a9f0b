package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;

/** Rows without a value in a column. */
record MissingRows(TableChunks table, int column) implements RowSet {
    @Override
    public long[] of(int chunk) {
        return switch (table.table().fields().get(column).type()) {
            case CATEGORY, TEXT -> {
                CodeChunk codes = table.codes(column, chunk);
                byte[] wanted = new byte[codes.highest() + 1];
                wanted[0] = 1;
                yield codes.rowsOf(wanted);
            }
            case DECIMAL -> copy(table.doubles(column, chunk).missing(), table.rows(chunk));
            case INTEGER, DATE, TIMESTAMP -> copy(table.longs(column, chunk).missing(), table.rows(chunk));
        };
    }

    private static long[] copy(long[] missing, int rows) {
        long[] words = Bits.none(rows);
        System.arraycopy(missing, 0, words, 0, missing.length);
        return words;
    }
}
