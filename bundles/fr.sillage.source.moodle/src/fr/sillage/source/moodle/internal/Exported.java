package fr.sillage.source.moodle.internal;

import fr.sillage.api.source.SourceException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a log whose times have no year was exported. */
sealed interface Exported {
    /** No row is later than this day. */
    record On(LocalDate day) implements Exported {
        @Override
        public int yearOf(MonthDay last) {
            return latest(last, day);
        }
    }

    /** The latest row is of this year. */
    record In(int year) implements Exported {
        @Override
        public int yearOf(MonthDay last) {
            return year;
        }
    }

    Pattern IN_NAME = Pattern.compile("(?<!\\d)(20\\d{2})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");

    /** The year of the log's latest row. */
    int yearOf(MonthDay last);

    /** The latest year in which a day is not after another one. */
    static int latest(MonthDay day, LocalDate end) {
        return day.isAfter(MonthDay.from(end)) ? end.getYear() - 1 : end.getYear();
    }

    /**
     * The setting as a person writes it: a year, or a day.
     *
     * @throws SourceException where it is neither
     */
    static Optional<Exported> of(String setting) throws SourceException {
        String text = setting.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher french = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})").matcher(text);
        try {
            if (text.matches("\\d{4}")) {
                return Optional.of(new In(Integer.parseInt(text)));
            }
            return Optional.of(new On(
                    french.matches() ? day(french.group(3), french.group(2), french.group(1)) : LocalDate.parse(text)));
        } catch (DateTimeException e) {
            throw new SourceException(MoodleMessages.of("refused.exported"), 0);
        }
    }

    /** The day in the name that Moodle gives the file: {@code logs_COURSE_20180511-1502.csv}. */
    static Optional<Exported> ofName(String file) {
        Matcher matcher = IN_NAME.matcher(file);
        Optional<Exported> found = Optional.empty();
        while (matcher.find()) {
            try {
                found = Optional.of(new On(day(matcher.group(1), matcher.group(3), matcher.group(4))));
            } catch (DateTimeException e) {
                continue; // eight digits that are no day
            }
        }
        return found;
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
