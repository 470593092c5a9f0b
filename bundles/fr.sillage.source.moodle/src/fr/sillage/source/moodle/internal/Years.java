package fr.sillage.source.moodle.internal;

import fr.sillage.api.source.SourceException;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The years of days that a log gives without one. Rows in order of time tell where a year begins. Else a log of less
 * than a year has a stretch without rows, or the day of the export bounds it.
 */
final class Years {
    private static final int DAYS = 366;
    /** Rows in order of time are not further apart than a summer. */
    private static final int LONGEST_STEP = 100;
    /** Fewer empty days in a row may be a holiday within the log. */
    private static final int SHORTEST_GAP = 30;

    private static final int LEAP_YEAR = 2000;

    private final BitSet present = new BitSet(DAYS);
    private Optional<MonthDay> first = Optional.empty();
    private Optional<MonthDay> last = Optional.empty();
    private boolean forwards = true;
    private boolean backwards = true;
    private int turns;

    /** A day without year, in the order of the file. */
    void see(MonthDay day) {
        present.set(index(day));
        if (last.isPresent()) {
            int from = index(last.get());
            int to = index(day);
            forwards &= Math.floorMod(to - from, DAYS) <= LONGEST_STEP;
            backwards &= Math.floorMod(from - to, DAYS) <= LONGEST_STEP;
            turns += turn(from, to);
        } else {
            first = Optional.of(day);
        }
        last = Optional.of(day);
    }

    /** The file is joined of several: its rows are not in one order. */
    void joined() {
        forwards = false;
        backwards = false;
    }

    /** Whether any day was without year. */
    boolean any() {
        return first.isPresent();
    }

    /**
     * The year of each day, to be asked in the order of the file.
     *
     * @param exported when the log was exported, for what is known
     * @param now where that is not known: no row is later
     * @throws SourceException where the years cannot be told
     */
    ToIntFunction<MonthDay> years(Optional<Exported> exported, Exported.On now) throws SourceException {
        if (!any()) {
            return day -> now.day().getYear();
        }
        Exported end = exported.orElse(now);
        if (backwards) {
            return new InOrder(first.get(), end.yearOf(first.get()), -1);
        }
        if (forwards) {
            return new InOrder(first.get(), end.yearOf(last.get()) - turns, 1);
        }
        if (exported.isPresent() && exported.get() instanceof Exported.On on) {
            return day -> Exported.latest(day, on.day());
        }
        MonthDay latest = beforeGap().orElseThrow(() -> new SourceException(MoodleMessages.of("refused.years"), 0));
        int year = end.yearOf(latest);
        return day -> day.isAfter(latest) ? year - 1 : year;
    }

    /** The last day before the longest stretch without rows, where there is one that tells. */
    private Optional<MonthDay> beforeGap() {
        int longest = 0;
        int before = -1;
        for (int day = present.nextSetBit(0); day >= 0; day = present.nextSetBit(day + 1)) {
            int next = present.nextSetBit(day + 1);
            int gap = (next >= 0 ? next : present.nextSetBit(0) + DAYS) - day - 1;
            if (gap > longest) {
                longest = gap;
                before = day;
            }
        }
        return longest < SHORTEST_GAP
                ? Optional.empty()
                : Optional.of(MonthDay.from(java.time.LocalDate.ofYearDay(LEAP_YEAR, before + 1)));
    }

    private static int index(MonthDay day) {
        return day.atYear(LEAP_YEAR).getDayOfYear() - 1;
    }

    /** 1 where a year begins between two days that follow each other, forwards or backwards. */
    private static int turn(int from, int to) {
        return Math.abs(to - from) > DAYS / 2 ? 1 : 0;
    }

    /** Counts the years on or back. */
    private static final class InOrder implements ToIntFunction<MonthDay> {
        private final int step;
        private int at;
        private int year;

        InOrder(MonthDay first, int year, int step) {
            this.at = index(first);
            this.year = year;
            this.step = step;
        }

        @Override
        public int applyAsInt(MonthDay day) {
            year += step * turn(at, index(day));
            at = index(day);
            return year;
        }
    }
}
