package fr.sillage.core.internal.overview;

import fr.sillage.api.query.Constant;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bands of numbers between round bounds: a bound tells of nobody. */
final class RoundBounds {
    private static final int BANDS = 6;
    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    private RoundBounds() {}

    /**
     * Multiples of 1, 2 or 5 times a power of ten.
     *
     * @param low where the mass of the numbers begins
     * @param high where it ends
     */
    static List<BigDecimal> between(BigDecimal low, BigDecimal high, boolean whole) {
        BigDecimal step = step(high.subtract(low), whole);
        List<BigDecimal> bounds = new ArrayList<>();
        BigDecimal bound = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        do {
            bounds.add(bound);
            bound = bound.add(step);
        } while (bound.compareTo(high) <= 0);
        return bounds;
    }

    private static BigDecimal step(BigDecimal span, boolean whole) {
        BigDecimal wanted = span.divide(BigDecimal.valueOf(BANDS), java.math.MathContext.DECIMAL32);
        if (wanted.signum() <= 0 || whole && wanted.compareTo(BigDecimal.ONE) < 0) {
            return BigDecimal.ONE;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        return STEPS.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(wanted) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** What a band takes, by the name that the engine gives it: it begins with the bound from which it goes. */
    static Filter range(FieldRef column, List<BigDecimal> bounds, String band) {
        String[] words = band.split(" ");
        if (words[0].equals("<")) {
            return new Filter.Range(column, Optional.empty(), Optional.of(below(bounds.getFirst())));
        }
        BigDecimal from = new BigDecimal(words[0].equals("≥") ? words[1] : words[0]);
        Optional<Filter.Limit> to = bounds.stream()
                .filter(bound -> bound.compareTo(from) > 0)
                .findFirst()
                .map(RoundBounds::below);
        return new Filter.Range(column, Optional.of(new Filter.Limit(new Constant.Number(from), true)), to);
    }

    private static Filter.Limit below(BigDecimal bound) {
        return new Filter.Limit(new Constant.Number(bound), false);
    }
}
