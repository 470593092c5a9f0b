package fr.sillage.api.analysis;

/** A closed interval of numbers; both ends may be infinite. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "]");
        }
    }

    public static Interval of(double value) {
        return new Interval(value, value);
    }
}
