package fr.sillage.source.moodle.internal;

import fr.sillage.delimited.Blank;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the times of log reports: the forms of Moodle's French and English language packs, which change with its
 * version, and ISO 8601. Month names may be cut short; a weekday before the date is passed over. For one reader.
 */
final class MomentParser {
    private static final String WEEKDAY = "(?:\\p{L}+[.,]{0,2}\\s+)?";
    private static final String YEAR = "(\\d{4}|\\d{2})";
    private static final String TIME =
            "(\\d{1,2})\\s?[:hH]\\s?(\\d{2})(?:[:mM]\\s?(\\d{2})s?)?(?:[.,]\\d+)?(?:\\s*([AaPp])\\.?\\s?[Mm]\\.?)?";
    private static final String BETWEEN = ",?\\s+(?:à\\s+|at\\s+)?";
    private static final Pattern NUMBERS =
            Pattern.compile(WEEKDAY + "(\\d{1,2})[/.-](\\d{1,2})[/.-]" + YEAR + BETWEEN + TIME);
    private static final Pattern DAY_MONTH = Pattern.compile(
            WEEKDAY + "(\\d{1,2})(?:er|st|nd|rd|th)?\\.?\\s+(\\p{L}+)\\.?(?:,?\\s+(\\d{4}))?" + BETWEEN + TIME);
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?:\\p{L}+[.,]{1,2}\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?" + BETWEEN + TIME);
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[T ]\\s?" + TIME + "(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_MONTH = 3;
    private static final int NOON = 12;
    private static final int CENTURY = 2000;

    private record MonthName(String name, Month month) {}

    private static final List<MonthName> MONTHS = Stream.of(Locale.FRENCH, Locale.ENGLISH)
            .flatMap(locale -> Stream.of(Month.values())
                    .map(month -> new MonthName(bare(month.getDisplayName(TextStyle.FULL, locale)), month)))
            .toList();

    private final boolean monthFirst;
    /** The latest answer: rows of one minute follow each other. */
    private String lastCell = "";

    private Optional<Moment> last = Optional.empty();

    /** @param monthFirst whether 05/11/18 is the eleventh of May */
    MomentParser(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    Optional<Moment> parse(String cell) {
        if (!cell.equals(lastCell)) {
            lastCell = cell;
            last = read(Blank.tidy(cell));
        }
        return last;
    }

    private Optional<Moment> read(String text) {
        try {
            return iso(text)
                    .or(() -> numbers(text))
                    .or(() -> named(DAY_MONTH.matcher(text), 1, 2))
                    .or(() -> named(MONTH_DAY.matcher(text), 2, 1));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of June, 25 o'clock
        }
    }

    /** Where a date is of numbers: whether it can only be read with the day first, or only with the month first. */
    static Optional<Boolean> monthFirst(String cell) {
        Matcher matcher = NUMBERS.matcher(Blank.tidy(cell));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean firstIsDay = number(matcher, 1) > NOON;
        boolean secondIsDay = number(matcher, 2) > NOON;
        return firstIsDay == secondIsDay ? Optional.empty() : Optional.of(secondIsDay);
    }

    /** Whether a date is of numbers, day and month in one order or the other. */
    static boolean isNumbers(String cell) {
        return NUMBERS.matcher(Blank.tidy(cell)).matches();
    }

    private static Optional<Moment> iso(String text) {
        Matcher matcher = ISO.matcher(text);
        return matcher.matches()
                ? Optional.of(new Moment(
                        OptionalInt.of(number(matcher, 1)),
                        MonthDay.of(number(matcher, 2), number(matcher, 3)),
                        time(matcher, 4)))
                : Optional.empty();
    }

    private Optional<Moment> numbers(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = number(matcher, 3) + (matcher.group(3).length() == 2 ? CENTURY : 0);
        MonthDay day = MonthDay.of(number(matcher, monthFirst ? 1 : 2), number(matcher, monthFirst ? 2 : 1));
        return Optional.of(new Moment(OptionalInt.of(year), day, time(matcher, 4)));
    }

    private static Optional<Moment> named(Matcher matcher, int day, int month) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt year = matcher.group(3) == null ? OptionalInt.empty() : OptionalInt.of(number(matcher, 3));
        return month(matcher.group(month))
                .map(m -> new Moment(year, MonthDay.of(m, number(matcher, day)), time(matcher, 4)));
    }

    /** A whole or shortened name that fits one month only: "sept" but not "jui". */
    private static Optional<Month> month(String word) {
        String bare = bare(word);
        List<Month> fitting = MONTHS.stream()
                .filter(month -> bare.length() >= SHORTEST_MONTH && month.name().startsWith(bare))
                .map(MonthName::month)
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static LocalTime time(Matcher matcher, int group) {
        int hour = number(matcher, group);
        String half = matcher.group(group + 3);
        if (half != null) {
            if (hour < 1 || hour > NOON) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
        }
        return LocalTime.of(
                hour, number(matcher, group + 1), matcher.group(group + 2) == null ? 0 : number(matcher, group + 2));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String bare(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
