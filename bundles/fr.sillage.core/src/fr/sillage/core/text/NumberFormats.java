package fr.sillage.core.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers for people: grouped, with the language's decimal sign and a true minus sign (U+2212). */
public final class NumberFormats {
    private static final char MINUS = '\u2212';

    private NumberFormats() {}

    /** Whole numbers. */
    public static NumberFormat whole(Locale locale) {
        return decimals(locale, 0, 0);
    }

    /** @param least decimals shown even where they are zeros */
    public static NumberFormat decimals(Locale locale, int least, int most) {
        return of(NumberFormat.getNumberInstance(locale), least, most);
    }

    /** Of shares from 0 to 1. */
    public static NumberFormat percent(Locale locale, int decimals) {
        return of(NumberFormat.getPercentInstance(locale), decimals, decimals);
    }

    private static NumberFormat of(NumberFormat format, int least, int most) {
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign(MINUS);
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }
}
