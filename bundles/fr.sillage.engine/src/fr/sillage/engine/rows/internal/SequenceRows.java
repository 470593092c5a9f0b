package fr.sillage.engine.rows.internal;

import fr.sillage.api.query.SequenceSet;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/** Person, state and time of a chunk's rows that lack none of them. Used by one thread. */
final class SequenceRows {
    private final TableChunks table;
    private final int time;
    private final RequiredCodes codes;
    private final long[] times;
    private long[] rows = {};
    private long withoutTime;

    /** @param time the column */
    SequenceRows(TableChunks table, RowSet taken, ColumnCodes persons, ColumnCodes states, int time) {
        this.table = table;
        this.time = time;
        this.codes = new RequiredCodes(table, taken, List.of(persons, states));
        this.times = new long[table.mostRows()];
    }

    /** Turns to a chunk. */
    void load(int chunk) {
        codes.load(chunk);
        rows = codes.rows();
        LongChunk numbers = table.longs(time, chunk);
        numbers.copyTo(times);
        if (numbers.hasMissing()) {
            int before = Bits.count(rows);
            Bits.andNot(rows, numbers.missing());
            withoutTime += before - Bits.count(rows);
        }
    }

    /** As bits. */
    long[] rows() {
        return rows;
    }

    int[] persons() {
        return codes.codes(0);
    }

    int[] states() {
        return codes.codes(1);
    }

    long[] times() {
        return times;
    }

    /** What several together have left out. */
    static SequenceSet.LeftOut leftOut(List<SequenceRows> parts) {
        return new SequenceSet.LeftOut(
                parts.stream().mapToLong(part -> part.codes.lacking(0)).sum(),
                parts.stream().mapToLong(part -> part.withoutTime).sum(),
                parts.stream().mapToLong(part -> part.codes.lacking(1)).sum());
    }
}
