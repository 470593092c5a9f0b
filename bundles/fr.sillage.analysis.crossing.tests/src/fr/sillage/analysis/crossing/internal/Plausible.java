package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.statistics.ContingencyTable;
import fr.sillage.statistics.Holm;
import fr.sillage.statistics.Tails;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a table gives all the numbers that were published, rounded as they were. Not used are the degrees of freedom:
 * like the labels they tell that each category occurs, which the gate does not keep secret.
 */
final class Plausible implements Predicate<long[][]> {
    /** What sentences say of p, or of Cramér's V: at least the one, less than the other. */
    private static final Map<String, Interval> CLAIMS = Map.ofEntries(
            Map.entry("finding.link.veryclear", new Interval(0, 0.001)),
            Map.entry("finding.link.clear", new Interval(0.001, 0.01)),
            Map.entry("finding.link.visible", new Interval(0.01, 0.05)),
            Map.entry("finding.link.none", new Interval(0.05, 1.1)),
            Map.entry("finding.link.clear.least", new Interval(0, 0.01)),
            Map.entry("finding.link.visible.least", new Interval(0, 0.05)),
            Map.entry("finding.strength.veryweak", new Interval(0, 0.1)),
            Map.entry("finding.strength.weak", new Interval(0.1, 0.3)),
            Map.entry("finding.strength.medium", new Interval(0.3, 0.5)),
            Map.entry("finding.strength.strong", new Interval(0.5, 1.1)),
            Map.entry("finding.strength.veryweak.weak", new Interval(0, 0.3)),
            Map.entry("finding.strength.weak.medium", new Interval(0.1, 0.5)),
            Map.entry("finding.strength.medium.strong", new Interval(0.3, 1.1)),
            Map.entry("finding.strength.most.medium", new Interval(0, 0.5)),
            Map.entry("finding.strength.least.weak", new Interval(0.1, 1.1)));

    private final Seen seen;

    Plausible(Seen seen) {
        this.seen = seen;
    }

    @Override
    public boolean test(long[][] counts) {
        ContingencyTable table = new ContingencyTable(counts);
        return statistics(table)
                && cells(table)
                && seen.published().findings().stream().allMatch(finding -> agrees(finding, table));
    }

    private boolean statistics(ContingencyTable table) {
        return agrees(seen.statistic("chi_square"), table.chiSquare())
                && agrees(seen.statistic("p"), table.p())
                && agrees(seen.statistic("cramers_v"), table.cramersV())
                && agrees(seen.statistic("smallest_expected"), smallestExpected(table));
    }

    private boolean cells(ContingencyTable table) {
        double[] p = new double[table.rows() * table.columns()];
        for (int at = 0; at < p.length; at++) {
            p[at] = Tails.twoSidedNormal(table.adjustedResidual(at / table.columns(), at % table.columns()));
        }
        double[] holm = Holm.adjust(p);
        for (int at = 0; at < p.length; at++) {
            int i = at / table.columns();
            int j = at % table.columns();
            if (!agrees(seen.cell(i, j, "expected"), table.expected(i, j))
                    || !agrees(seen.cell(i, j, "residual"), table.adjustedResidual(i, j))
                    || !agrees(seen.cell(i, j, "holm_p"), holm[at])) {
                return false;
            }
        }
        return true;
    }

    private static double smallestExpected(ContingencyTable table) {
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                smallest = Math.min(smallest, table.expected(i, j));
            }
        }
        return smallest;
    }

    private boolean agrees(PublishedFinding finding, ContingencyTable table) {
        String key = finding.key().key();
        Interval claim = CLAIMS.get(key.replace(".bare", ""));
        if (claim != null) {
            boolean link = key.startsWith("finding.link.");
            double value = link ? table.p() : table.cramersV();
            return claim.low() <= value
                    && value < claim.high()
                    && (link || table.p() < 0.05)
                    && finding.arguments().stream().allMatch(argument -> agrees(argument, value));
        }
        return switch (key) {
            case "finding.cell.more", "finding.cell.less" -> cell(finding.arguments(), table);
            case "finding.cochran.one" -> smallestExpected(table) < 1;
            case "finding.cochran.five" -> underFive(table) > 0.2 * table.rows() * table.columns();
            default -> true; // about the whole table: no cell follows from it
        };
    }

    private static int underFive(ContingencyTable table) {
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                count += table.expected(i, j) < 5 ? 1 : 0;
            }
        }
        return count;
    }

    private boolean cell(List<PublishedFinding.Argument> arguments, ContingencyTable table) {
        int i = seen.rowLabels().indexOf(((PublishedFinding.Argument.Category) arguments.get(0)).label());
        int j = seen.columnLabels().indexOf(((PublishedFinding.Argument.Category) arguments.get(1)).label());
        double n = table.count(i, j);
        return agrees(arguments.get(2), n / table.rowSum(i))
                && agrees(arguments.get(3), (table.columnSum(j) - n) / (table.total() - table.rowSum(i)))
                && agrees(arguments.get(4), table.adjustedResidual(i, j));
    }

    private static boolean agrees(PublishedFinding.Argument argument, double value) {
        PublishedFinding.Argument.Amount amount = (PublishedFinding.Argument.Amount) argument;
        return agrees(amount.value(), amount.precision(), value);
    }

    private static boolean agrees(PublishedValue published, double value) {
        return !(published instanceof PublishedValue.Number number)
                || agrees(number.value(), number.precision(), value);
    }

    private static boolean agrees(double published, Precision precision, double value) {
        if (Double.isNaN(published) || Double.isNaN(value)) {
            return Double.isNaN(published) && Double.isNaN(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        double rounded = switch (precision.kind()) {
            case EXACT -> value;
            case SIGNIFICANT ->
                exact.round(new MathContext(precision.digits(), RoundingMode.HALF_EVEN))
                        .doubleValue();
            case DECIMALS ->
                exact.setScale(precision.digits(), RoundingMode.HALF_EVEN).doubleValue();
        };
        // sums in another order differ in their last bits
        return Math.abs(rounded - published) <= 1e-9 * Math.max(Math.abs(published), 1e-6)
                || Math.abs(value - published) <= 1e-12 * Math.abs(value);
    }
}
