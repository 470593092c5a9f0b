package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Region;
import fr.sillage.statistics.ContingencyTable;
import fr.sillage.statistics.Holm;
import fr.sillage.statistics.Tails;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where Holm's corrected p-values lie when some cells are hidden. A smaller p-value anywhere never makes a corrected one
 * larger, so the correction with all hidden p-values at their least and at their greatest bounds it.
 */
final class HolmBounds {
    private final ContingencyTable table;
    private final double[] p;

    /** The last answer: it is the same for every cell of one gate's question. */
    private Corrected last = new Corrected(region -> Interval.of(0), new double[0], new double[0]);

    private record Corrected(Function<Region, Interval> possible, double[] low, double[] high) {}

    /** @param p uncorrected p-values, row by row */
    HolmBounds(ContingencyTable table, double[] p) {
        this.table = table;
        this.p = p;
    }

    /** Not known where the cell itself is hidden or a margin of its lines is. */
    Optional<Interval> over(Function<Region, Interval> possible, int row, int column) {
        if (!known(possible, row, column) || Double.isNaN(p[row * table.columns() + column])) {
            return Optional.empty();
        }
        Corrected corrected = corrected(possible);
        int at = row * table.columns() + column;
        return Optional.of(new Interval(
                Math.min(corrected.low()[at], corrected.high()[at]), corrected.high()[at]));
    }

    private synchronized Corrected corrected(Function<Region, Interval> possible) {
        if (last.possible() != possible) {
            double[] least = p.clone();
            double[] greatest = p.clone();
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < table.columns(); j++) {
                    int at = i * table.columns() + j;
                    // a cell without a test has none in any table left open: its lines are published as empty or full
                    if (!Double.isNaN(p[at]) && !known(possible, i, j)) {
                        Interval own = ofCell(possible, i, j);
                        least[at] = own.low();
                        greatest[at] = own.high();
                    }
                }
            }
            last = new Corrected(possible, Holm.adjust(least), Holm.adjust(greatest));
        }
        return last;
    }

    private Interval ofCell(Function<Region, Interval> possible, int row, int column) {
        if (openMargin(possible, row, column)) {
            return new Interval(0, 1);
        }
        Interval n = possible.apply(CrossMeasures.cell(row, column));
        double low = residual(n.low(), row, column);
        double high = residual(n.high(), row, column);
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return new Interval(0, 1);
        }
        double farthest = Math.max(Math.abs(low), Math.abs(high));
        double nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        return new Interval(Tails.twoSidedNormal(farthest), Tails.twoSidedNormal(nearest));
    }

    private double residual(double count, int row, int column) {
        return ContingencyTable.adjustedResidual(count, table.rowSum(row), table.columnSum(column), table.total());
    }

    private static boolean known(Function<Region, Interval> possible, int row, int column) {
        return !CrossMeasures.open(possible.apply(CrossMeasures.cell(row, column)))
                && !openMargin(possible, row, column);
    }

    private static boolean openMargin(Function<Region, Interval> possible, int row, int column) {
        return CrossMeasures.open(possible.apply(CrossMeasures.rowOf(row)))
                || CrossMeasures.open(possible.apply(CrossMeasures.columnOf(column)));
    }
}
