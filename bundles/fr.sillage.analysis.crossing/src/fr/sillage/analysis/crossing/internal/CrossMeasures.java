package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.statistics.ContingencyTable;
import fr.sillage.statistics.Holm;
import fr.sillage.statistics.Tails;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The measures of a cross-tabulation as quantities: each with the regions it follows from and its bounds. */
final class CrossMeasures {
    private final Cells cells;
    private final ContingencyTable table;
    private final double[] holm;
    private final HolmBounds holmBounds;
    private final Set<Region> margins = new HashSet<>();
    private final Set<Region> everything = new HashSet<>();

    CrossMeasures(Cells cells) {
        this.cells = cells;
        long[][] counts = new long[cells.labels(0).size()][cells.labels(1).size()];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                counts[i][j] = cells.units(cell(i, j));
                everything.add(cell(i, j));
                margins.add(columnOf(j));
            }
            margins.add(rowOf(i));
        }
        margins.add(cells.total());
        everything.addAll(margins);
        this.table = new ContingencyTable(counts);
        double[] p = new double[rows() * columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                p[i * columns() + j] = Tails.twoSidedNormal(table.adjustedResidual(i, j));
            }
        }
        this.holm = Holm.adjust(p);
        this.holmBounds = new HolmBounds(table, p);
    }

    Cells cells() {
        return cells;
    }

    int rows() {
        return table.rows();
    }

    int columns() {
        return table.columns();
    }

    ContingencyTable table() {
        return table;
    }

    static Region cell(int row, int column) {
        return Region.of(row, column);
    }

    static Region rowOf(int row) {
        return Region.of(row, Region.ALL);
    }

    static Region columnOf(int column) {
        return Region.of(Region.ALL, column);
    }

    Quantity expected(int row, int column) {
        Bounds bounds = possible -> {
            Interval r = possible.apply(rowOf(row));
            Interval c = possible.apply(columnOf(column));
            return Optional.of(new Interval(ContingencyTable.expected(r.low(), c.low(), table.total()),
                    ContingencyTable.expected(r.high(), c.high(), table.total())));
        };
        return new Quantity(table.expected(row, column), Set.of(rowOf(row), columnOf(column), cells.total()), Scale.NUMBER, bounds);
    }

    Quantity residual(int row, int column) {
        return new Quantity(table.adjustedResidual(row, column),
                Set.of(cell(row, column), rowOf(row), columnOf(column), cells.total()), Scale.NUMBER, Bounds.NONE);
    }

    /** Holm's correction orders the p-values of all cells, so it follows from every one. */
    Quantity holm(int row, int column) {
        return new Quantity(holm[row * columns() + column], everything, Scale.PROBABILITY,
                possible -> holmBounds.over(possible, row, column));
    }

    Quantity chiSquare() {
        return new Quantity(table.chiSquare(), everything, Scale.NUMBER, this::chiSquareOver);
    }

    Quantity p() {
        return new Quantity(table.p(), everything, Scale.PROBABILITY, possible -> chiSquareOver(possible)
                .map(chi -> new Interval(Tails.chiSquare(chi.high(), table.degreesOfFreedom()),
                        Tails.chiSquare(chi.low(), table.degreesOfFreedom()))));
    }

    Quantity cramersV() {
        return new Quantity(table.cramersV(), everything, Scale.NUMBER, possible -> chiSquareOver(possible)
                .map(chi -> new Interval(v(chi.low()), v(chi.high()))));
    }

    private double v(double chiSquare) {
        return ContingencyTable.cramersV(chiSquare, table.total(), table.smallerDimension());
    }

    /**
     * With the margins known, chi-square is the sum of n²/E less the total, so it grows with each count: the ends of
     * the intervals bound it.
     */
    private Optional<Interval> chiSquareOver(Function<Region, Interval> possible) {
        if (table.degreesOfFreedom() < 1 || margins.stream().anyMatch(m -> open(possible.apply(m)))) {
            return Optional.empty();
        }
        double low = -table.total();
        double high = -table.total();
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                Interval n = possible.apply(cell(i, j));
                double expected = table.expected(i, j);
                if (expected > 0) {
                    low += n.low() * n.low() / expected;
                    high += n.high() * n.high() / expected;
                }
            }
        }
        return Optional.of(new Interval(Math.max(0, low), Math.max(0, high)));
    }

    static boolean open(Interval interval) {
        return interval.low() < interval.high();
    }

    Quantity smallestExpected() {
        return new Quantity(smallest(region -> Interval.of(cells.units(region))).low(), margins, Scale.NUMBER,
                possible -> Optional.of(smallest(possible)));
    }

    private Interval smallest(Function<Region, Interval> possible) {
        double low = Double.MAX_VALUE;
        double high = Double.MAX_VALUE;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                Interval r = possible.apply(rowOf(i));
                Interval c = possible.apply(columnOf(j));
                low = Math.min(low, ContingencyTable.expected(r.low(), c.low(), table.total()));
                high = Math.min(high, ContingencyTable.expected(r.high(), c.high(), table.total()));
            }
        }
        return new Interval(low, high);
    }

    /** Share of the cells whose expected count is under five. */
    Quantity shareUnderFive() {
        Bounds bounds = possible -> Optional.of(new Interval(underFive(possible, false), underFive(possible, true)));
        return new Quantity(underFive(region -> Interval.of(cells.units(region)), true), margins, Scale.SHARE, bounds);
    }

    private double underFive(Function<Region, Interval> possible, boolean least) {
        int count = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                Interval r = possible.apply(rowOf(i));
                Interval c = possible.apply(columnOf(j));
                double expected = least ? ContingencyTable.expected(r.low(), c.low(), table.total())
                        : ContingencyTable.expected(r.high(), c.high(), table.total());
                count += expected < 5 ? 1 : 0;
            }
        }
        return count / (double) (rows() * columns());
    }

    /** Share of a row that falls into a column. */
    Quantity shareInRow(int row, int column) {
        return new Quantity(table.count(row, column) / (double) table.rowSum(row), Set.of(cell(row, column), rowOf(row)),
                Scale.SHARE, Bounds.NONE);
    }

    /** The same share in all other rows together. */
    Quantity shareElsewhere(int row, int column) {
        double share = (table.columnSum(column) - table.count(row, column)) / (double) (table.total() - table.rowSum(row));
        return new Quantity(share, Set.of(cell(row, column), rowOf(row), columnOf(column), cells.total()), Scale.SHARE, Bounds.NONE);
    }

    /** A number of the whole table that no cell can be told from. */
    Quantity overall(double value) {
        return new Quantity(value, Set.of(cells.total()), Scale.COUNT, Bounds.NONE);
    }
}
