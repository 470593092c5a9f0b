package fr.sillage.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Upper tails, by survival functions: one minus a distribution function is 0 long before a small p is. */
public final class Tails {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    /** @return probability that a chi-square variable exceeds a value; NaN without degrees of freedom */
    public static double chiSquare(double value, int degreesOfFreedom) {
        if (degreesOfFreedom < 1 || Double.isNaN(value)) {
            return Double.NaN;
        }
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(value);
    }

    /** @return probability that a standard normal variable is at least as far from 0 on either side */
    public static double twoSidedNormal(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}
