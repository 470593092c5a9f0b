package fr.sillage.engine.filter.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.Filter;
import java.util.Optional;

/** Floating point numbers from the first to the last, both included; none where the first is greater. */
public record DoubleSpan(double first, double last) {
    /** @throws IllegalArgumentException where a column of decimals cannot hold the constant */
    public static DoubleSpan of(Constant constant) {
        double value = value(constant);
        return new DoubleSpan(value, value);
    }

    /** @throws IllegalArgumentException where a column of decimals cannot hold a limit */
    public static DoubleSpan between(Optional<Filter.Limit> from, Optional<Filter.Limit> to) {
        double first = from.map(limit -> limit.included() ? value(limit.value()) : Math.nextUp(value(limit.value())))
                .orElse(Double.NEGATIVE_INFINITY);
        double last = to.map(limit -> limit.included() ? value(limit.value()) : Math.nextDown(value(limit.value())))
                .orElse(Double.POSITIVE_INFINITY);
        return new DoubleSpan(first, last);
    }

    private static double value(Constant constant) {
        if (constant instanceof Constant.Number number) {
            return number.value().doubleValue() + 0.0; // what is too small for a number is one zero
        }
        throw new IllegalArgumentException(
                "a " + constant.getClass().getSimpleName() + " is no value of a " + Type.DECIMAL);
    }
}
