package fr.sillage.cli.internal;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.text.NumberFormats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes a number for people: in their language, with the digits that it still has and no more than they need. */
final class NumberText {
    private static final int MOST_DECIMALS = 4;
    private static final int SMALL_DIGITS = 3;
    private static final double SMALL = 0.001;

    private final Locale locale;

    NumberText(Locale locale) {
        this.locale = locale;
    }

    String text(PublishedValue.Number number, TableColumn.Kind kind) {
        double value = number.value();
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal known = known(value, number.precision());
        if (kind == TableColumn.Kind.INTEGER || value == Math.rint(value)) {
            return plain(known, 0);
        }
        return Math.abs(value) < SMALL ? scientific(known) : plain(known, MOST_DECIMALS);
    }

    private static BigDecimal known(double value, Precision precision) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return switch (precision.kind()) {
            case EXACT -> exact;
            case SIGNIFICANT -> exact.round(new MathContext(precision.digits(), RoundingMode.HALF_EVEN));
            case DECIMALS -> exact.setScale(precision.digits(), RoundingMode.HALF_EVEN);
        };
    }

    private String plain(BigDecimal value, int mostDecimals) {
        return NumberFormats.decimals(locale, 0, mostDecimals).format(value);
    }

    private String scientific(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int digits = Math.min(SMALL_DIGITS, value.precision());
        return String.format(locale, "%." + (digits - 1) + "e", value);
    }
}
