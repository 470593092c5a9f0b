package fr.sillage.engine.filter.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows whose whole number, day or instant lies in one of some spans. */
final class LongRows implements RowSet {
    private static final int FEW = 8;

    private final TableChunks table;
    private final int column;

    /** Sorted, none overlaps another. */
    private final List<LongSpan> spans;

    LongRows(TableChunks table, int column, List<LongSpan> spans) {
        this.table = table;
        this.column = column;
        List<LongSpan> apart = new ArrayList<>();
        spans.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparingLong(LongSpan::first))
                .forEach(span -> {
                    if (apart.isEmpty() || apart.getLast().last() < span.first()) {
                        apart.add(span);
                    } else {
                        LongSpan before = apart.removeLast();
                        apart.add(new LongSpan(before.first(), Math.max(before.last(), span.last())));
                    }
                });
        this.spans = List.copyOf(apart);
    }

    @Override
    public long[] of(int chunk) {
        LongChunk numbers = table.longs(column, chunk);
        List<LongSpan> met = spans.stream()
                .filter(span -> span.first() <= numbers.most() && span.last() >= numbers.least())
                .toList();
        return met.size() <= FEW ? oneByOne(numbers, met) : searched(numbers, met);
    }

    private static long[] oneByOne(LongChunk numbers, List<LongSpan> spans) {
        long[] rows = Bits.none(numbers.size());
        spans.forEach(span -> Bits.or(rows, numbers.rowsBetween(span.first(), span.last())));
        return rows;
    }

    private static long[] searched(LongChunk numbers, List<LongSpan> spans) {
        long[] firsts = spans.stream().mapToLong(LongSpan::first).toArray();
        long[] lasts = spans.stream().mapToLong(LongSpan::last).toArray();
        long[] values = new long[numbers.size()];
        numbers.copyTo(values);
        long[] rows = Bits.none(values.length);
        for (int row = 0; row < values.length; row++) {
            int found = Arrays.binarySearch(firsts, values[row]);
            boolean in = found >= 0 || found < -1 && values[row] <= lasts[-found - 2];
            rows[row >>> 6] |= in ? 1L << row : 0;
        }
        Bits.andNot(rows, numbers.missing());
        return rows;
    }
}
