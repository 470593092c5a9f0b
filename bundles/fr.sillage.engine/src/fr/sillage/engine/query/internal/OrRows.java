package fr.sillage.engine.query.internal;

import fr.sillage.engine.TableReader;
import java.util.List;

/** Rows that are in one of some sets. */
record OrRows(TableReader reader, List<RowSet> sets) implements RowSet {
    @Override
    public long[] of(int chunk) {
        long[] rows = new long[RowSet.words(reader.rows(chunk))];
        for (RowSet set : sets) {
            long[] other = set.of(chunk);
            for (int word = 0; word < rows.length; word++) {
                rows[word] |= other[word];
            }
        }
        return rows;
    }
}
