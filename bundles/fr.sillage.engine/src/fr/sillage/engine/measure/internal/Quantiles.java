package fr.sillage.engine.measure.internal;

import java.util.function.LongToDoubleFunction;

/** Which of sorted values a quantile lies between: definition 7 of Hyndman and Fan (1996). */
public record Quantiles(double share) {
    /** The place from 0, with the part of the way to the next one. */
    private double place(long values) {
        return (values - 1) * share;
    }

    /** The place of the lower one of the two values. */
    public long lower(long values) {
        return (long) Math.floor(place(values));
    }

    /** The place of the upper one; the same where the quantile is a value. */
    public long upper(long values) {
        return (long) Math.ceil(place(values));
    }

    /**
     * @param values how many there are, one at the least
     * @param sorted the value at each place
     */
    public double of(long values, LongToDoubleFunction sorted) {
        double low = sorted.applyAsDouble(lower(values));
        double part = place(values) - lower(values);
        return part == 0 ? low : low + part * (sorted.applyAsDouble(upper(values)) - low);
    }
}
