package fr.sillage.api.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How texts are read as values of a type.
 *
 * @param type the type
 * @param pattern for dates and time stamps a {@link DateTimeFormatter} pattern (French or English month names), for
 *     decimals the decimal sign ("." or ","), else empty
 */
public record ValueFormat(Type type, String pattern) {
    private static final List<String> DAYS = List.of(
            "dd/MM/yyyy",
            "dd/MM/yy",
            "yyyy-MM-dd",
            "d MMMM yyyy",
            "d MMM yyyy",
            "d/M/yyyy",
            "d/M/yy",
            "dd-MM-yyyy",
            "dd.MM.yyyy",
            "yyyy/MM/dd",
            "MM/dd/yyyy");
    private static final List<String> TIMES = List.of(" HH:mm", " HH:mm:ss", ", HH:mm", ", HH:mm:ss");

    public ValueFormat {
        Objects.requireNonNull(type);
        Objects.requireNonNull(pattern);
    }

    public static ValueFormat of(Type type) {
        return new ValueFormat(
                type,
                switch (type) {
                    case DECIMAL -> ".";
                    case DATE -> "yyyy-MM-dd";
                    case TIMESTAMP -> "yyyy-MM-dd'T'HH:mm:ss";
                    default -> "";
                });
    }

    /** The usual formats of a type, the most usual first. */
    public static List<ValueFormat> usual(Type type) {
        return switch (type) {
            case CATEGORY, TEXT, INTEGER -> List.of(of(type));
            case DECIMAL ->
                Stream.of(".", ",").map(p -> new ValueFormat(type, p)).toList();
            case DATE -> DAYS.stream().map(p -> new ValueFormat(type, p)).toList();
            case TIMESTAMP ->
                Stream.concat(
                                Stream.of("yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"),
                                Stream.concat(
                                        DAYS.stream()
                                                .flatMap(day -> TIMES.stream().map(time -> day + time)),
                                        Stream.of("yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS][XXX]")))
                        .map(p -> new ValueFormat(type, p))
                        .toList();
        };
    }

    /** A reader of this format, for many values; not to be shared between threads. */
    public Parser parser() {
        return new Parser(this);
    }

    /** Reads values; empty where a text is not one. */
    public static final class Parser {
        private final ValueFormat format;
        private final Optional<DateTimeFormatter> french;
        private final Optional<DateTimeFormatter> english;

        private Parser(ValueFormat format) {
            this.format = format;
            boolean dated = format.type == Type.DATE || format.type == Type.TIMESTAMP;
            this.french = dated ? Optional.of(formatter(format.pattern, Locale.FRENCH)) : Optional.empty();
            this.english = dated ? Optional.of(formatter(format.pattern, Locale.ENGLISH)) : Optional.empty();
        }

        private static DateTimeFormatter formatter(String pattern, Locale locale) {
            return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu").replace("yy", "uu"), locale)
                    .withResolverStyle(ResolverStyle.STRICT);
        }

        /** A whole number, a day or microseconds, by the format's type. */
        public OptionalLong parseLong(String text) {
            String trimmed = trim(text);
            return switch (format.type) {
                case INTEGER -> integer(trimmed);
                case DATE -> date(trimmed);
                case TIMESTAMP -> timestamp(trimmed);
                default -> OptionalLong.empty();
            };
        }

        public OptionalDouble parseDouble(String text) {
            String plain = ungrouped(trim(text));
            if (!format.pattern.equals(".")) {
                if (plain.indexOf('.') >= 0) {
                    return OptionalDouble.empty();
                }
                plain = plain.replace(format.pattern, ".");
            }
            if (!plain.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
                return OptionalDouble.empty();
            }
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }

        private static OptionalLong integer(String text) {
            String plain = ungrouped(text);
            if (plain.isEmpty() || plain.length() > 19) {
                return OptionalLong.empty();
            }
            try {
                return OptionalLong.of(Long.parseLong(plain));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }

        private OptionalLong date(String text) {
            for (DateTimeFormatter formatter : formatters()) {
                try {
                    return OptionalLong.of(LocalDate.parse(text, formatter).toEpochDay());
                } catch (DateTimeException e) {
                    continue; // the other language
                }
            }
            return OptionalLong.empty();
        }

        private OptionalLong timestamp(String text) {
            for (DateTimeFormatter formatter : formatters()) {
                try {
                    return OptionalLong.of(ChronoUnit.MICROS.between(
                            LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), LocalDateTime.parse(text, formatter)));
                } catch (DateTimeException e) {
                    continue; // the other language
                }
            }
            return OptionalLong.empty();
        }

        private List<DateTimeFormatter> formatters() {
            return List.of(french.orElseThrow(), english.orElseThrow());
        }

        /** Takes out the spaces that group digits in French: plain, non-breaking and narrow ones. */
        private static String ungrouped(String text) {
            String plain = text;
            if (plain.indexOf(' ') >= 0 || plain.indexOf('\u00a0') >= 0 || plain.indexOf('\u202f') >= 0) {
                if (!plain.matches("[+-]?\\d{1,3}([ \\u00a0\\u202f]\\d{3})+([.,]\\d*)?")) {
                    return plain;
                }
                plain = plain.replaceAll("[ \\u00a0\\u202f]", "");
            }
            return plain;
        }

        private static String trim(String text) {
            return text.strip();
        }
    }
}
