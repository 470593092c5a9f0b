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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The measures of a cross-tabulation as quantities: each with the regions it follows from and its bounds.
 *
 * <p>What is counted is what adds up ({@link Cells#units}), so margins and total of the test are sums of its cells.
 */
final class CrossMeasures {
    private static final double SMALL = 5;

    private final Cells cells;
    private final ContingencyTable table;
    private final double[] holm;
    private final HolmBounds holmBounds;
    private final List<Region> rowMargins;
    private final List<Region> columnMargins;

    /** Shared by many quantities, so immutable: no quantity then makes a copy of its own. */
    private final Set<Region> margins;

    private final Set<Region> everything;

    CrossMeasures(Cells cells) {
        this.cells = cells;
        long[][] counts = new long[cells.labels(0).size()][cells.labels(1).size()];
        Set<Region> inner = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                counts[i][j] = cells.units(cell(i, j));
                inner.add(cell(i, j));
            }
        }
        this.table = new ContingencyTable(counts);
        this.rowMargins =
                IntStream.range(0, rows()).mapToObj(CrossMeasures::rowOf).toList();
        this.columnMargins =
                IntStream.range(0, columns()).mapToObj(CrossMeasures::columnOf).toList();
        Set<Region> outer = new HashSet<>(rowMargins);
        outer.addAll(columnMargins);
        outer.add(cells.total());
        this.margins = Set.copyOf(outer);
        inner.addAll(outer);
        this.everything = Set.copyOf(inner);
        double[] p = table.residualPs();
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
            return Optional.of(new Interval(
                    ContingencyTable.expected(r.low(), c.low(), table.total()),
                    ContingencyTable.expected(r.high(), c.high(), table.total())));
        };
        return new Quantity(
                table.expected(row, column), Set.of(rowOf(row), columnOf(column), cells.total()), Scale.NUMBER, bounds);
    }

    Quantity residual(int row, int column) {
        return new Quantity(
                table.adjustedResidual(row, column),
                Set.of(cell(row, column), rowOf(row), columnOf(column), cells.total()),
                Scale.NUMBER,
                Bounds.NONE);
    }

    /** Holm's correction orders the p-values of all cells, so it follows from every one. */
    Quantity holm(int row, int column) {
        return new Quantity(
                holm[row * columns() + column],
                everything,
                Scale.PROBABILITY,
                possible -> holmBounds.over(possible, row, column));
    }

    Quantity chiSquare() {
        return new Quantity(table.chiSquare(), everything, Scale.NUMBER, this::chiSquareOver);
    }

    Quantity p() {
        return new Quantity(
                table.p(),
                everything,
                Scale.PROBABILITY,
                possible -> chiSquareOver(possible)
                        .map(chi -> new Interval(
                                Tails.chiSquare(chi.high(), table.degreesOfFreedom()),
                                Tails.chiSquare(chi.low(), table.degreesOfFreedom()))));
    }

    Quantity cramersV() {
        return new Quantity(
                table.cramersV(),
                everything,
                Scale.NUMBER,
                possible -> chiSquareOver(possible).map(chi -> new Interval(v(chi.low()), v(chi.high()))));
    }

    private double v(double chiSquare) {
        return ContingencyTable.cramersV(chiSquare, table.total(), table.smallerDimension());
    }

    /**
     * With the margins known, chi-square is Σ O²/E less the total, so it grows with each count: the ends of the
     * intervals bound it. With a margin hidden as well it is not bounded here.
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

    /** Expected counts grow with the margins, so the least margins at their ends bound the least expected count. */
    Quantity smallestExpected() {
        return new Quantity(table.smallestExpected(), margins, Scale.NUMBER, possible -> {
            List<Interval> r = filled(rowMargins, possible);
            List<Interval> c = filled(columnMargins, possible);
            if (r.isEmpty() || c.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Interval(
                    ContingencyTable.expected(least(r, Interval::low), least(c, Interval::low), table.total()),
                    ContingencyTable.expected(least(r, Interval::high), least(c, Interval::high), table.total())));
        });
    }

    private static double least(List<Interval> intervals, ToDoubleFunction<Interval> end) {
        return intervals.stream().mapToDouble(end).min().orElseThrow();
    }

    /** Where the lines lie that are not known to be empty. */
    private static List<Interval> filled(List<Region> lines, Function<Region, Interval> possible) {
        return lines.stream()
                .map(possible)
                .filter(interval -> interval.high() > 0)
                .toList();
    }

    /** Share of the cells whose expected count is under five. */
    Quantity shareUnderFive() {
        return new Quantity(table.shareExpectedUnder(SMALL), margins, Scale.SHARE, possible -> {
            List<Interval> r = filled(rowMargins, possible);
            List<Interval> c = filled(columnMargins, possible);
            return r.isEmpty() || c.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Interval(under(r, c, Interval::high), under(r, c, Interval::low)));
        });
    }

    private double under(List<Interval> rows, List<Interval> columns, ToDoubleFunction<Interval> end) {
        long under = 0;
        for (Interval r : rows) {
            for (Interval c : columns) {
                double expected = ContingencyTable.expected(end.applyAsDouble(r), end.applyAsDouble(c), table.total());
                under += expected < SMALL ? 1 : 0;
            }
        }
        return under / ((double) rows.size() * columns.size());
    }

    /** Share of a row that falls into a column. */
    Quantity shareInRow(int row, int column) {
        return new Quantity(
                table.count(row, column) / (double) table.rowSum(row),
                Set.of(cell(row, column), rowOf(row)),
                Scale.SHARE,
                Bounds.NONE);
    }

    /** The same share in all other rows together. */
    Quantity shareElsewhere(int row, int column) {
        double share =
                (table.columnSum(column) - table.count(row, column)) / (double) (table.total() - table.rowSum(row));
        return new Quantity(
                share,
                Set.of(cell(row, column), rowOf(row), columnOf(column), cells.total()),
                Scale.SHARE,
                Bounds.NONE);
    }

    /** A number of the whole table that no cell can be told from. */
    Quantity overall(double value) {
        return new Quantity(value, Set.of(cells.total()), Scale.COUNT, Bounds.NONE);
    }
}
