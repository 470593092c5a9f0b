package fr.sillage.ui.kit;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and times as the reader writes them. */
public final class Formats {
    private Formats() {}

    public static String number(long value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** Bytes in the unit that suits them. */
    public static String size(long bytes, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        long unit = bytes >= 1L << 30 ? 1L << 30 : bytes >= 1L << 20 ? 1L << 20 : 1L << 10;
        String name = unit == 1L << 30 ? "size.giga" : unit == 1L << 20 ? "size.mega" : "size.kilo";
        return Messages.of(Formats.class, locale).get(name, format.format((double) bytes / unit));
    }

    /** Day and minute in the server's time zone. */
    public static String time(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
