package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Measure;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.measure.internal.MeasureTaker;
import fr.sillage.engine.measure.internal.MeasuredColumn;
import fr.sillage.engine.measure.internal.Totals;
import java.util.ArrayList;
import java.util.List;

/** What is measured, of every region: made of what the workers of a scan and of the count of persons have added up. */
final class Amounts {
    private final List<Measure> measures;
    private final int[] columnOf;
    private final List<OfColumn> columns = new ArrayList<>();
    private final QuantileValues quantiles;

    /**
     * What is known of one column.
     *
     * @param totals for each family
     * @param contributions of persons; empty where no column names them
     */
    record OfColumn(List<Totals> totals, List<Contributions> contributions) {}

    /**
     * @param contributions for each measured column what persons contribute; empty where no column names them
     * @param quantiles finds them
     */
    Amounts(
            List<Measure> measures,
            List<MeasuredColumn> measured,
            FilledCells filled,
            List<MeasureTaker> takers,
            List<List<Contributions>> contributions,
            QuantileValues quantiles) {
        this.measures = measures;
        this.columnOf = new int[measures.size()];
        this.quantiles = quantiles;
        for (int column = 0; column < measured.size(); column++) {
            int at = column;
            measured.get(column).measures().forEach(measure -> columnOf[measure] = at);
            columns.add(new OfColumn(
                    totals(
                            filled,
                            takers.stream().map(taker -> taker.totals(at)).toList()),
                    contributions.get(column)));
        }
        for (int column = 0; column < measured.size(); column++) {
            quantiles.prepare(column, columns.get(column).totals());
        }
    }

    private static List<Totals> totals(FilledCells filled, List<Totals> parts) {
        List<Totals> ofFamilies = new ArrayList<>();
        for (Family family : filled.families()) {
            Totals totals = new Totals(family.size());
            for (Totals part : parts) {
                for (int number = 0; number < Math.min(part.size(), filled.cellOf().length); number++) {
                    if (filled.cellOf()[number] >= 0 && part.values(number) > 0) {
                        totals.add(family.groupOf()[filled.cellOf()[number]], part, number);
                    }
                }
            }
            ofFamilies.add(totals);
        }
        return ofFamilies;
    }

    /** One for each measure. */
    List<Amount> of(int family, int region) {
        List<Amount> amounts = new ArrayList<>(columnOf.length);
        for (int i = 0; i < columnOf.length; i++) {
            amounts.add(amount(measures.get(i), columnOf[i], family, region));
        }
        return amounts;
    }

    private Amount amount(Measure measure, int column, int family, int region) {
        Totals totals = columns.get(column).totals().get(family);
        long values = totals.values(region);
        if (values == 0) {
            return new Amount(Double.NaN, 0, 0, 0, 0);
        }
        double value = switch (measure) {
            case Measure.Sum sum -> totals.sum(region);
            case Measure.Choices choices -> totals.sum(region);
            case Measure.Mean mean -> totals.sum(region) / values;
            case Measure.Least least -> totals.least(region);
            case Measure.Most most -> totals.most(region);
            case Measure.Quantile quantile -> quantiles.of(column, quantile.share(), family, region, values);
        };
        boolean added =
                measure instanceof Measure.Sum || measure instanceof Measure.Mean || measure instanceof Measure.Choices;
        double largest = added ? totals.largest(region) : Math.min(1, totals.alone(region));
        double second = added ? totals.second(region) : Math.min(1, Math.max(0, totals.alone(region) - 1));
        long persons = totals.alone(region);
        for (Contributions part : columns.get(column).contributions()) {
            Contributions.OfFamily of = part.of(family);
            persons += of.persons[region];
            double one = added ? of.largestSum[region] : of.mostValues[region];
            double two = added ? of.secondSum[region] : of.secondValues[region];
            second = Math.max(Math.min(largest, one), Math.max(second, two));
            largest = Math.max(largest, one);
        }
        return new Amount(value, largest, second, values, persons);
    }
}
