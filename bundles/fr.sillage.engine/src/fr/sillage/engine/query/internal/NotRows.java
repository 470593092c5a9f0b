package fr.sillage.engine.query.internal;

import fr.sillage.engine.TableReader;

/** Rows that are not in a set. */
record NotRows(TableReader reader, RowSet set) implements RowSet {
    @Override
    public long[] of(int chunk) {
        long[] rows = RowSet.all(reader.rows(chunk));
        long[] others = set.of(chunk);
        for (int word = 0; word < rows.length; word++) {
            rows[word] &= ~others[word];
        }
        return rows;
    }
}
