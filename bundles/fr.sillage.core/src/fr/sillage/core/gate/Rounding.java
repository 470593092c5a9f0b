package fr.sillage.core.gate;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Rounds a number until everything in an interval rounds to the same. */
final class Rounding {
    private static final int MOST_DIGITS = 6;
    private static final int LEAST_DECIMALS = 2;

    private Rounding() {}

    /** @return empty where no step of the scale is coarse enough */
    static Optional<PublishedValue.Number> common(Interval interval, Scale scale) {
        if (scale == Scale.COUNT || Double.isInfinite(interval.low()) || Double.isInfinite(interval.high())) {
            return Optional.empty();
        }
        if (scale != Scale.SHARE) {
            for (int digits = MOST_DIGITS; digits > 0; digits--) {
                MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
                BigDecimal low = BigDecimal.valueOf(interval.low()).round(context);
                if (low.compareTo(BigDecimal.valueOf(interval.high()).round(context)) == 0) {
                    return number(low, new Precision(Precision.Kind.SIGNIFICANT, digits));
                }
            }
        }
        if (scale != Scale.NUMBER) {
            for (int decimals = MOST_DIGITS; decimals >= LEAST_DECIMALS; decimals--) {
                BigDecimal low = BigDecimal.valueOf(interval.low()).setScale(decimals, RoundingMode.HALF_EVEN);
                if (low.compareTo(BigDecimal.valueOf(interval.high()).setScale(decimals, RoundingMode.HALF_EVEN)) == 0) {
                    return number(low, new Precision(Precision.Kind.DECIMALS, decimals));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PublishedValue.Number> number(BigDecimal rounded, Precision precision) {
        return Optional.of(new PublishedValue.Number(rounded.doubleValue(), precision));
    }
}
