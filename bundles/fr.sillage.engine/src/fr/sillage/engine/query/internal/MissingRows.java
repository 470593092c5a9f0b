package fr.sillage.engine.query.internal;

import fr.sillage.engine.TableReader;
import java.util.BitSet;

/** Rows without a value in a column. */
record MissingRows(TableReader reader, int column) implements RowSet {
    @Override
    public long[] of(int chunk) {
        long[] rows = new long[RowSet.words(reader.rows(chunk))];
        switch (reader.table().fields().get(column).type()) {
            case CATEGORY, TEXT -> {
                int[] codes = reader.codes(column, chunk);
                for (int row = 0; row < codes.length; row++) {
                    rows[row >>> 6] |= codes[row] == 0 ? 1L << row : 0;
                }
            }
            case DECIMAL -> put(reader.doubles(column, chunk).missing(), rows);
            case INTEGER, DATE, TIMESTAMP -> put(reader.longs(column, chunk).missing(), rows);
        }
        return rows;
    }

    private static void put(BitSet missing, long[] rows) {
        long[] words = missing.toLongArray();
        System.arraycopy(words, 0, rows, 0, words.length);
    }
}
