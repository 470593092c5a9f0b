package fr.sillage.core.internal.text;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedFinding.Argument;
import fr.sillage.core.text.NumberFormats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes published numbers in a reader's way. */
final class AmountFormat {
    private final Locale locale;

    AmountFormat(Locale locale) {
        this.locale = locale;
    }

    String text(Argument.Amount amount) {
        int shown = amount.decimals();
        if (!Double.isFinite(amount.value())) {
            return "–";
        }
        return switch (amount.scale()) {
            case COUNT -> decimals(amount.value(), 0);
            case NUMBER -> decimals(amount.value(), Math.min(shown, known(amount)));
            case SHARE -> percent(amount.value(), Math.min(shown, Math.max(0, known(amount) - 2)));
            case PROBABILITY -> probability(amount.value(), Math.max(1, Math.min(shown, known(amount))));
        };
    }

    /** Decimals that are still known after rounding. */
    private static int known(Argument.Amount amount) {
        Precision precision = amount.precision();
        return switch (precision.kind()) {
            case EXACT -> 15;
            case DECIMALS -> precision.digits();
            case SIGNIFICANT ->
                amount.value() == 0
                        ? 15
                        : Math.max(0, precision.digits() - 1 - (int) Math.floor(Math.log10(Math.abs(amount.value()))));
        };
    }

    /** With its sign of comparison, since a small p is only known to be less than something. */
    private String probability(double value, int decimals) {
        double least = Math.pow(10, -decimals);
        return value < least ? "< " + decimals(least, decimals) : "= " + decimals(value, decimals);
    }

    private String percent(double share, int decimals) {
        return decimals(share * 100, decimals) + (locale.getLanguage().equals("en") ? "%" : "\u00a0%");
    }

    private String decimals(double value, int decimals) {
        return NumberFormats.decimals(locale, decimals, decimals)
                .format(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
