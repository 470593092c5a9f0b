package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows whose decimal lies in one of some spans. */
final class DoubleRows implements RowSet {
    private final TableChunks table;
    private final int column;
    private final double[] firsts;

    /** The greatest last number of the spans up to here: the span before a number reaches it, or none does. */
    private final double[] lasts;

    DoubleRows(TableChunks table, int column, List<DoubleSpan> spans) {
        this.table = table;
        this.column = column;
        List<DoubleSpan> filled = spans.stream()
                .filter(span -> span.first() <= span.last())
                .sorted(Comparator.comparingDouble(DoubleSpan::first))
                .toList();
        firsts = filled.stream().mapToDouble(DoubleSpan::first).toArray();
        lasts = filled.stream().mapToDouble(DoubleSpan::last).toArray();
        for (int i = 1; i < lasts.length; i++) {
            lasts[i] = Math.max(lasts[i - 1], lasts[i]);
        }
    }

    @Override
    public long[] of(int chunk) {
        DoubleChunk numbers = table.doubles(column, chunk);
        double[] values = new double[numbers.size()];
        numbers.copyTo(values);
        long[] rows = Bits.none(values.length);
        for (int row = 0; row < values.length; row++) {
            rows[row >>> 6] |= isIn(values[row] + 0.0) ? 1L << row : 0; // makes one of both zeros
        }
        Bits.andNot(rows, numbers.missing());
        return rows;
    }

    private boolean isIn(double value) {
        int found = Arrays.binarySearch(firsts, value);
        return found >= 0 || found < -1 && value <= lasts[-found - 2];
    }
}
