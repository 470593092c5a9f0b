package fr.sillage.engine.query.internal;

import fr.sillage.engine.TableReader;
import java.util.Arrays;
import java.util.List;

/** Rows that are in all of some sets; every row where there is none. */
record AndRows(TableReader reader, List<RowSet> sets) implements RowSet {
    @Override
    public long[] of(int chunk) {
        if (sets.isEmpty()) {
            return RowSet.all(reader.rows(chunk));
        }
        long[] rows = sets.getFirst().of(chunk);
        for (int i = 1; i < sets.size() && Arrays.stream(rows).anyMatch(word -> word != 0); i++) {
            long[] other = sets.get(i).of(chunk);
            for (int word = 0; word < rows.length; word++) {
                rows[word] &= other[word];
            }
        }
        return rows;
    }
}
