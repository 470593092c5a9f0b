package fr.sillage.source.moodle.internal;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A time as a log gives it.
 *
 * @param year empty where the log leaves it out
 */
record Moment(OptionalInt year, MonthDay day, LocalTime time) {
    boolean isWhole() {
        return year.isPresent();
    }

    /** With a year; empty where that year has no such day. */
    Optional<java.time.LocalDateTime> in(int year) {
        return day.isValidYear(year) ? Optional.of(day.atYear(year).atTime(time)) : Optional.empty();
    }
}
