package fr.sillage.statistics;

import java.util.Arrays;

/**
 * Independence in a table of counts. Lines without any count do not count: they add no degrees of freedom, no expected
 * count and no test. Where a measure is not defined (a single row or column, no count at all) it is NaN.
 *
 * <ul>
 *   <li>Expected count of a cell: E = row sum · column sum / n.
 *   <li>Chi-square (Pearson 1900, Philosophical Magazine 50:157): Σ (O − E)² / E, with (rows − 1)(columns − 1) degrees
 *       of freedom.
 *   <li>Cramér's V (Cramér 1946, Mathematical Methods of Statistics): √(χ² / (n (min(rows, columns) − 1))), from 0 for
 *       no association to 1 for a complete one.
 *   <li>Adjusted residual (Haberman 1973, Biometrics 29:205): (O − E) / √(E (1 − row sum/n) (1 − column sum/n));
 *       about standard normal where rows and columns are independent.
 *   <li>Conditions (Cochran 1954, Biometrics 10:417) for chi-square's distribution to be a good approximation: no
 *       expected count under 1, at most a fifth of them under 5.
 * </ul>
 */
public final class ContingencyTable {
    private final long[][] counts;
    private final long[] rowSums;
    private final long[] columnSums;
    private final long total;

    /**
     * @param counts rows of equal length
     * @throws IllegalArgumentException where a count is negative or a row is longer or shorter than the first
     */
    public ContingencyTable(long[][] counts) {
        this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        this.rowSums = new long[counts.length];
        this.columnSums = new long[counts.length == 0 ? 0 : counts[0].length];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i].length != columnSums.length) {
                throw new IllegalArgumentException("row " + i + " of length " + counts[i].length);
            }
            for (int j = 0; j < columnSums.length; j++) {
                if (counts[i][j] < 0) {
                    throw new IllegalArgumentException("negative count");
                }
                rowSums[i] += counts[i][j];
                columnSums[j] += counts[i][j];
                sum += counts[i][j];
            }
        }
        this.total = sum;
    }

    public int rows() {
        return rowSums.length;
    }

    public int columns() {
        return columnSums.length;
    }

    public long total() {
        return total;
    }

    public long count(int row, int column) {
        return counts[row][column];
    }

    public long rowSum(int row) {
        return rowSums[row];
    }

    public long columnSum(int column) {
        return columnSums[column];
    }

    public double expected(int row, int column) {
        return expected(rowSums[row], columnSums[column], total);
    }

    /** Expected count under independence from the sums alone. */
    public static double expected(double rowSum, double columnSum, double total) {
        return rowSum * columnSum / total;
    }

    public double adjustedResidual(int row, int column) {
        return adjustedResidual(counts[row][column], rowSums[row], columnSums[column], total);
    }

    /** Adjusted residual of one cell; NaN where one of its lines holds everything or nothing. */
    public static double adjustedResidual(double count, double rowSum, double columnSum, double total) {
        double expected = expected(rowSum, columnSum, total);
        double variance = expected * (1 - rowSum / total) * (1 - columnSum / total);
        return variance > 0 ? (count - expected) / Math.sqrt(variance) : Double.NaN;
    }

    /** Two-sided p of each adjusted residual, row by row; NaN where there is none. */
    public double[] residualPs() {
        double[] p = new double[rows() * columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                p[i * columns() + j] = Tails.twoSidedNormal(adjustedResidual(i, j));
            }
        }
        return p;
    }

    public double chiSquare() {
        double sum = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                double expected = expected(i, j);
                if (expected > 0) {
                    sum += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
                }
            }
        }
        return degreesOfFreedom() > 0 ? sum : Double.NaN;
    }

    public int degreesOfFreedom() {
        return Math.max(0, filled(rowSums) - 1) * Math.max(0, filled(columnSums) - 1);
    }

    /** The lesser of filled rows and columns, less one. */
    public int smallerDimension() {
        return Math.min(filled(rowSums), filled(columnSums)) - 1;
    }

    /** Probability of a chi-square at least as large where rows and columns are independent. */
    public double p() {
        return Tails.chiSquare(chiSquare(), degreesOfFreedom());
    }

    public double cramersV() {
        return cramersV(chiSquare(), total, smallerDimension());
    }

    /** Cramér's V of a chi-square. */
    public static double cramersV(double chiSquare, double total, int smallerDimension) {
        return smallerDimension > 0 ? Math.sqrt(Math.max(0, chiSquare) / (total * smallerDimension)) : Double.NaN;
    }

    /** Least expected count of a cell whose lines are not empty; NaN where there is none. */
    public double smallestExpected() {
        return expected(least(rowSums), least(columnSums), total);
    }

    /** Share of the expected counts that are under a limit, among cells whose lines are not empty; NaN without any. */
    public double shareExpectedUnder(double limit) {
        int under = 0;
        int all = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                double expected = expected(i, j);
                all += expected > 0 ? 1 : 0;
                under += expected > 0 && expected < limit ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : under / (double) all;
    }

    private static double least(long[] sums) {
        return Arrays.stream(sums).filter(sum -> sum > 0).min().orElse(0);
    }

    private static int filled(long[] sums) {
        return (int) Arrays.stream(sums).filter(sum -> sum > 0).count();
    }
}
