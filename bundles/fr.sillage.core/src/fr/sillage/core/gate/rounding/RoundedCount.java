package fr.sillage.core.gate.rounding;

/**
 * A number of rows as the page of a data set tells it: rounded to steps so coarse that beside an exact number of almost
 * the same rows there is room for the rows of enough persons.
 *
 * @param least that the number can be
 * @param most that it can be
 * @param shown what stands on the page
 */
public record RoundedCount(long least, long most, long shown) {
    /** How many times the threshold a step is at least. */
    private static final int STEP_THRESHOLDS = 4;

    private static final long[] NICE = {1, 2, 5, 10};

    /**
     * 1, 2 or 5 times a power of ten.
     *
     * @param rows of the data set
     * @param persons in them
     * @param threshold in persons; where it is 1 nothing is rounded
     */
    public static long step(long rows, long persons, int threshold) {
        if (threshold <= 1) {
            return 1;
        }
        double least = (double) STEP_THRESHOLDS * threshold * Math.max(1, rows) / Math.max(1, persons);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (long nice : NICE) {
            if (nice * power >= least) {
                return (long) (nice * power);
            }
        }
        throw new IllegalStateException("step of " + least);
    }

    /** @param step as above */
    public static RoundedCount of(long rows, long step) {
        long shown = (rows + step / 2) / step * step;
        long least = Math.max(0, shown - step / 2);
        return new RoundedCount(least, shown - step / 2 + step - 1, shown);
    }

    public RoundedCount plus(RoundedCount other) {
        return new RoundedCount(least + other.least, most + other.most, shown + other.shown);
    }
}
