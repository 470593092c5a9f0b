package fr.sillage.core.gate.rounding;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rounds a number until everything in an interval rounds to the same. */
public final class Rounding {
    private static final int MOST_DIGITS = 6;
    private static final int LEAST_DECIMALS = 2;

    private Rounding() {}

    /**
     * By significant digits, then by decimals, whichever the scale allows; counts are not rounded.
     *
     * @param value the number itself, in the interval
     * @return empty where no step of the scale is coarse enough
     */
    public static Optional<PublishedValue.Number> common(Interval interval, double value, Scale scale) {
        if (scale == Scale.COUNT
                || !Double.isFinite(value)
                || Double.isInfinite(interval.low())
                || Double.isInfinite(interval.high())) {
            return Optional.empty();
        }
        if (scale != Scale.SHARE) {
            for (int digits = MOST_DIGITS; digits > 0; digits--) {
                MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
                if (same(interval, value, number -> number.round(context))) {
                    return number(
                            BigDecimal.valueOf(value).round(context),
                            new Precision(Precision.Kind.SIGNIFICANT, digits));
                }
            }
        }
        if (scale != Scale.NUMBER) {
            for (int decimals = MOST_DIGITS; decimals >= LEAST_DECIMALS; decimals--) {
                int places = decimals;
                if (same(interval, value, number -> number.setScale(places, RoundingMode.HALF_EVEN))) {
                    return number(
                            BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN),
                            new Precision(Precision.Kind.DECIMALS, places));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(Interval interval, double value, UnaryOperator<BigDecimal> round) {
        BigDecimal low = round.apply(BigDecimal.valueOf(interval.low()));
        return low.compareTo(round.apply(BigDecimal.valueOf(interval.high()))) == 0
                && low.compareTo(round.apply(BigDecimal.valueOf(value))) == 0;
    }

    private static Optional<PublishedValue.Number> number(BigDecimal rounded, Precision precision) {
        return Optional.of(new PublishedValue.Number(rounded.doubleValue(), precision));
    }
}
