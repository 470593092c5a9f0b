package fr.sillage.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Step-down correction for many tests at once (Holm 1979, Scandinavian Journal of Statistics 6:65). */
public final class Holm {
    private Holm() {}

    /**
     * The k-th smallest of m p-values is multiplied by m - k + 1; no adjusted value is less than the one before it.
     *
     * @param p p-values; NaN ones are no tests, they do not count and stay NaN
     * @return adjusted p-values in the order of the given ones, at most 1
     */
    public static double[] adjust(double[] p) {
        Integer[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toArray(Integer[]::new);
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double least = 0;
        for (int k = 0; k < order.length; k++) {
            least = Math.max(least, Math.min(1, (order.length - k) * p[order[k]]));
            adjusted[order[k]] = least;
        }
        return adjusted;
    }
}
