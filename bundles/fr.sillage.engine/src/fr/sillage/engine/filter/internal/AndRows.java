package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/** Rows that are in all of some sets; every row where there is none. */
record AndRows(TableChunks table, List<RowSet> sets) implements RowSet {
    @Override
    public long[] of(int chunk) {
        if (sets.isEmpty()) {
            return Bits.all(table.rows(chunk));
        }
        long[] rows = sets.getFirst().of(chunk);
        for (int i = 1; i < sets.size() && !Bits.isEmpty(rows); i++) {
            Bits.and(rows, sets.get(i).of(chunk));
        }
        return rows;
    }
}
