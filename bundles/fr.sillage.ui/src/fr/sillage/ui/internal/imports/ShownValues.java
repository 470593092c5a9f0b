package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Stored values as the reader writes them. */
final class ShownValues {
    private static final int LONGEST_WORD = 20;
    private static final int MOST_DIGITS = 6;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Locale locale;

    ShownValues(Locale locale) {
        this.locale = locale;
    }

    /** Empty where the value is missing. */
    Optional<String> text(Column column, Type type, int row) {
        if (column.isMissing(row)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (column) {
                    case Column.Texts texts -> shortened(texts.values()[row]);
                    case Column.Longs longs -> whole(longs.values()[row], type);
                    case Column.Doubles doubles -> decimal(doubles.values()[row]);
                });
    }

    /** A word too long to be read, like a pseudonym, by its beginning and end. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_WORD || text.indexOf(' ') >= 0
                ? text
                : text.substring(0, 6) + "…" + text.substring(text.length() - 2);
    }

    private String whole(long value, Type type) {
        return switch (type) {
            case DATE ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(LocalDate.ofEpochDay(value));
            case TIMESTAMP ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(EPOCH.plus(value, ChronoUnit.MICROS));
            default -> Long.toString(value); // grouping would make 2 024 of a year
        };
    }

    private String decimal(double value) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(MOST_DIGITS);
        format.setGroupingUsed(false);
        return format.format(value);
    }
}
