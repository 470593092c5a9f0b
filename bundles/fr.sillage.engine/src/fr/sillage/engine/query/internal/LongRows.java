package fr.sillage.engine.query.internal;

import fr.sillage.api.data.Column;
import fr.sillage.engine.TableReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows whose whole number, day or instant lies in one of some spans. */
final class LongRows implements RowSet {
    private final TableReader reader;
    private final int column;
    private final long[] firsts;

    /** The greatest last number of the spans up to here: a number is in one of them if the last span before it reaches it. */
    private final long[] lasts;

    LongRows(TableReader reader, int column, List<LongSpan> spans) {
        this.reader = reader;
        this.column = column;
        List<LongSpan> filled = spans.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparingLong(LongSpan::first))
                .toList();
        firsts = filled.stream().mapToLong(LongSpan::first).toArray();
        lasts = filled.stream().mapToLong(LongSpan::last).toArray();
        Arrays.parallelPrefix(lasts, Math::max);
    }

    @Override
    public long[] of(int chunk) {
        Column.Longs numbers = reader.longs(column, chunk);
        long[] values = numbers.values();
        long[] rows = new long[RowSet.words(values.length)];
        if (firsts.length == 1) {
            long first = firsts[0];
            long last = lasts[0];
            for (int row = 0; row < values.length; row++) {
                rows[row >>> 6] |= first <= values[row] && values[row] <= last ? 1L << row : 0;
            }
        } else {
            for (int row = 0; row < values.length; row++) {
                rows[row >>> 6] |= isIn(values[row]) ? 1L << row : 0;
            }
        }
        RowSet.remove(numbers.missing(), rows);
        return rows;
    }

    private boolean isIn(long value) {
        int found = Arrays.binarySearch(firsts, value);
        return found >= 0 || found < -1 && value <= lasts[-found - 2];
    }
}
