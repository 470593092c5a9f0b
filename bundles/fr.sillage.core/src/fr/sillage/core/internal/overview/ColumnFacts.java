package fr.sillage.core.internal.overview;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.TableReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * What one pass over a column saw: only to choose bands and periods by, never to be shown. Bounded, however many rows
 * and values there are.
 */
final class ColumnFacts {
    /** More different numbers or months are not told apart. */
    static final int MOST = 10_000;

    private static final int MOST_SAMPLE = 20_000;
    private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

    private final Set<Long> different = new HashSet<>();
    private final Set<YearMonth> months = new TreeSet<>();
    private final List<Double> sample = new ArrayList<>();
    private long distinct;
    private long stride = 1;
    private long number;

    private ColumnFacts() {}

    static ColumnFacts of(TableReader reader, int column, JobControl job) {
        ColumnFacts seen = new ColumnFacts();
        Type type = reader.table().fields().get(column).type();
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            job.check();
            switch (type) {
                case CATEGORY, TEXT -> seen.codes(reader.codes(column, chunk));
                case DECIMAL -> seen.doubles(reader.doubles(column, chunk));
                case INTEGER -> seen.longs(reader.longs(column, chunk));
                case DATE -> seen.days(reader.longs(column, chunk), 1);
                case TIMESTAMP -> seen.days(reader.longs(column, chunk), MICROS_A_DAY);
            }
        }
        return seen;
    }

    /** Different values; of numbers, dates and times at most {@link #MOST} are counted. */
    long distinct() {
        return Math.max(distinct, different.size());
    }

    boolean isCapped() {
        return different.size() >= MOST;
    }

    Set<YearMonth> months() {
        return months;
    }

    /** A value such that about this share of the numbers are below it; zero where there are none. */
    BigDecimal quantile(double share) {
        if (sample.isEmpty()) {
            return BigDecimal.ZERO;
        }
        List<Double> sorted = sample.stream().sorted().toList();
        return BigDecimal.valueOf(sorted.get((int) Math.round(share * (sorted.size() - 1))));
    }

    private void codes(int[] codes) {
        for (int code : codes) {
            distinct = Math.max(distinct, code);
        }
    }

    private void doubles(Column.Doubles numbers) {
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.values()[row];
            if (!numbers.isMissing(row) && Double.isFinite(value)) {
                note(Double.doubleToLongBits(value + 0.0));
                sample(value);
            }
        }
    }

    private void longs(Column.Longs numbers) {
        for (int row = 0; row < numbers.size(); row++) {
            if (!numbers.isMissing(row)) {
                note(numbers.values()[row]);
                sample(numbers.values()[row]);
            }
        }
    }

    private void days(Column.Longs times, long unit) {
        long lastDay = Long.MIN_VALUE;
        for (int row = 0; row < times.size(); row++) {
            if (!times.isMissing(row)) {
                note(times.values()[row]);
                long day = Math.floorDiv(times.values()[row], unit);
                if (day != lastDay && months.size() < MOST) {
                    months.add(YearMonth.from(LocalDate.ofEpochDay(day)));
                    lastDay = day;
                }
            }
        }
    }

    private void note(long value) {
        if (different.size() < MOST) {
            different.add(value);
        }
    }

    /** Every so many values; of twice as many each second one goes. */
    private void sample(double value) {
        if (number++ % stride != 0) {
            return;
        }
        if (sample.size() == MOST_SAMPLE) {
            for (int i = 0; i < MOST_SAMPLE / 2; i++) {
                sample.set(i, sample.get(2 * i));
            }
            sample.subList(MOST_SAMPLE / 2, MOST_SAMPLE).clear();
            stride *= 2;
        }
        sample.add(value);
    }
}
