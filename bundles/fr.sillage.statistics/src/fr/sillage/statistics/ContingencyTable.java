package fr.sillage.statistics;

/**
 * Independence in a table of counts. Lines without any count are left out of the degrees of freedom.
 *
 * <ul>
 *   <li>Expected count of a cell: row sum times column sum over the total.
 *   <li>Chi-square (Pearson 1900): the sum of squared differences to the expected counts, each over the expected one.
 *   <li>Cramér's V (Cramér 1946): the root of chi-square over n times the lesser of rows and columns less one.
 *   <li>Adjusted residual (Haberman 1973, Biometrics 29:205): the difference over the root of
 *       E (1 - row share) (1 - column share); standard normal where rows and columns are independent.
 * </ul>
 */
public final class ContingencyTable {
    private final long[][] counts;
    private final long[] rowSums;
    private final long[] columnSums;
    private final long total;

    /** @param counts rows of equal length, none negative */
    public ContingencyTable(long[][] counts) {
        this.counts = java.util.Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        this.rowSums = new long[counts.length];
        this.columnSums = new long[counts.length == 0 ? 0 : counts[0].length];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnSums.length; j++) {
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

    /** Adjusted residual of one cell; NaN where its line holds everything or nothing. */
    public static double adjustedResidual(double count, double rowSum, double columnSum, double total) {
        double expected = expected(rowSum, columnSum, total);
        double variance = expected * (1 - rowSum / total) * (1 - columnSum / total);
        return variance > 0 ? (count - expected) / Math.sqrt(variance) : Double.NaN;
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

    private static int filled(long[] sums) {
        return (int) java.util.Arrays.stream(sums).filter(sum -> sum > 0).count();
    }
}
