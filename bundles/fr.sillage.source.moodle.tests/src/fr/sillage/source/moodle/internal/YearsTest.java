package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.source.SourceException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Days of a known period lose their year and get it back. */
class YearsTest {
    private static final Exported.On TODAY = new Exported.On(LocalDate.of(2026, 3, 3));

    private static List<LocalDate> days(String from, String to, int step) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(step)) {
            days.add(day);
        }
        return days;
    }

    private static List<LocalDate> shuffled(List<LocalDate> days) {
        List<LocalDate> copy = new ArrayList<>(days);
        Collections.shuffle(copy, new Random(7));
        return copy;
    }

    private static Years seen(List<LocalDate> days) {
        Years years = new Years();
        days.forEach(day -> years.see(MonthDay.from(day)));
        return years;
    }

    private static void assertGivenBack(List<LocalDate> days, Years years, Optional<Exported> exported)
            throws SourceException {
        ToIntFunction<MonthDay> given = years.years(exported, TODAY);
        assertEquals(
                days,
                days.stream()
                        .map(day -> MonthDay.from(day).atYear(given.applyAsInt(MonthDay.from(day))))
                        .toList());
    }

    @Test
    void rowsInOrderOfTimeTellEvenSeveralYears() throws SourceException {
        List<LocalDate> forwards = days("2022-09-05", "2025-06-30", 9);
        List<LocalDate> backwards = forwards.reversed();

        assertGivenBack(forwards, seen(forwards), Optional.of(new Exported.In(2025)));
        assertGivenBack(backwards, seen(backwards), Optional.of(new Exported.On(LocalDate.of(2025, 7, 1))));
        assertGivenBack(backwards, seen(backwards), Optional.empty());
    }

    @Test
    void outOfOrderTheDayOfTheExportBoundsTheYear() throws SourceException {
        List<LocalDate> days = shuffled(days("2024-03-10", "2025-03-01", 1));

        assertGivenBack(days, seen(days), Optional.of(new Exported.On(LocalDate.of(2025, 3, 2))));
    }

    @Test
    void aSchoolYearOutOfOrderIsToldByItsSummer() throws SourceException {
        List<LocalDate> days = shuffled(days("2024-09-02", "2025-06-20", 3));

        assertGivenBack(days, seen(days), Optional.of(new Exported.In(2025)));
        assertGivenBack(days, seen(days), Optional.empty());
    }

    @Test
    void noRowIsInTheFuture() throws SourceException {
        List<LocalDate> days = shuffled(days("2025-04-01", "2025-12-20", 5));

        assertGivenBack(days, seen(days), Optional.empty());
    }

    @Test
    void joinedFilesAreNotInOneOrder() throws SourceException {
        // two exports of the same months, newest row first: the second must not pass for the year before
        List<LocalDate> days =
                new ArrayList<>(days("2024-09-02", "2025-06-20", 2).reversed());
        days.addAll(days("2024-09-02", "2025-06-20", 2).reversed());
        Years years = seen(days);
        years.joined();

        assertGivenBack(days, years, Optional.of(new Exported.In(2025)));
    }

    @Test
    void aWholeYearOutOfOrderIsNotGuessed() {
        List<LocalDate> days = shuffled(days("2024-09-02", "2025-08-30", 1));

        SourceException refused =
                assertThrows(SourceException.class, () -> seen(days).years(Optional.empty(), TODAY));

        assertEquals("refused.years", refused.reason().key().key());
    }

    @Test
    void theDayOfTheExportIsADateOrAYearOrInTheName() throws SourceException {
        Optional<Exported> day = Optional.of(new Exported.On(LocalDate.of(2018, 5, 11)));

        assertEquals(day, Exported.of("11/05/2018"));
        assertEquals(day, Exported.of(" 2018-05-11 "));
        assertEquals(Optional.of(new Exported.In(2018)), Exported.of("2018"));
        assertEquals(Optional.empty(), Exported.of(" "));
        assertThrows(SourceException.class, () -> Exported.of("31/06/2018"));
        assertThrows(SourceException.class, () -> Exported.of("hier"));
        assertEquals(day, Exported.ofName("logs_MATHS-2_20180511-1502.csv"));
        assertEquals(day, Exported.ofName("journal 2018-05-11.csv"));
        assertEquals(Optional.empty(), Exported.ofName("logs_20189911.csv"));
        assertEquals(Optional.empty(), Exported.ofName("Course_Activity.csv"));
    }
}
