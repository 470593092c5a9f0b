package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.table.internal.TableChunks;

/** Rows that are not in a set. */
record NotRows(TableChunks table, RowSet set) implements RowSet {
    @Override
    public long[] of(int chunk) {
        long[] rows = Bits.all(table.rows(chunk));
        Bits.andNot(rows, set.of(chunk));
        return rows;
    }
}
