package fr.sillage.engine.query.internal;

import fr.sillage.api.data.Column;
import fr.sillage.engine.TableReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows whose decimal lies in one of some spans. */
final class DoubleRows implements RowSet {
    private final TableReader reader;
    private final int column;
    private final double[] firsts;

    /** The greatest last number of the spans up to here, as in {@link LongRows}. */
    private final double[] lasts;

    DoubleRows(TableReader reader, int column, List<DoubleSpan> spans) {
        this.reader = reader;
        this.column = column;
        List<DoubleSpan> filled = spans.stream()
                .filter(span -> span.first() <= span.last())
                .sorted(Comparator.comparingDouble(DoubleSpan::first))
                .toList();
        firsts = filled.stream().mapToDouble(DoubleSpan::first).toArray();
        lasts = filled.stream().mapToDouble(DoubleSpan::last).toArray();
        Arrays.parallelPrefix(lasts, Math::max);
    }

    @Override
    public long[] of(int chunk) {
        Column.Doubles numbers = reader.doubles(column, chunk);
        double[] values = numbers.values();
        long[] rows = new long[RowSet.words(values.length)];
        for (int row = 0; row < values.length; row++) {
            rows[row >>> 6] |= isIn(values[row] + 0.0) ? 1L << row : 0; // makes one of both zeros
        }
        RowSet.remove(numbers.missing(), rows);
        return rows;
    }

    private boolean isIn(double value) {
        int found = Arrays.binarySearch(firsts, value);
        return found >= 0 || found < -1 && value <= lasts[-found - 2];
    }
}
