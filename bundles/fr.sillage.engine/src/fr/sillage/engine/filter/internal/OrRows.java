package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/** Rows that are in one of some sets. */
record OrRows(TableChunks table, List<RowSet> sets) implements RowSet {
    @Override
    public long[] of(int chunk) {
        long[] rows = Bits.none(table.rows(chunk));
        for (RowSet set : sets) {
            Bits.or(rows, set.of(chunk));
        }
        return rows;
    }
}
