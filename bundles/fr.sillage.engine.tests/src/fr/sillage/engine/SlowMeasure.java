package fr.sillage.engine;

import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured of some rows, from the boxed values. */
final class SlowMeasure {
    private SlowMeasure() {}

    /**
     * @param rows their numbers
     * @param personOf of each its person
     */
    static Amount amount(Measure measure, TestTable table, List<Object> rows, List<Object> personOf) {
        List<BigDecimal> values = new ArrayList<>();
        Map<Object, List<BigDecimal>> byPerson = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object value = value(measure, table, (Integer) rows.get(i));
            if (value != null) {
                values.add(new BigDecimal(value.toString()));
                byPerson.computeIfAbsent(personOf.get(i), p -> new ArrayList<>())
                        .add(values.getLast());
            }
        }
        if (values.isEmpty()) {
            return new Amount(Double.NaN, 0, 0, 0, 0);
        }
        boolean added =
                measure instanceof Measure.Sum || measure instanceof Measure.Mean || measure instanceof Measure.Choices;
        List<Double> contributions = new ArrayList<>(byPerson.values().stream()
                .map(of -> added ? sum(of).abs().doubleValue() : of.size())
                .sorted()
                .toList());
        contributions.addFirst(0.0);
        Collections.sort(values);
        return new Amount(
                value(measure, values),
                contributions.getLast(),
                contributions.get(contributions.size() - 2),
                values.size(),
                byPerson.size());
    }

    private static Object value(Measure measure, TestTable table, int row) {
        if (measure instanceof Measure.Choices choices) {
            int count = SlowKey.categories(table, new Key.Choices(choices.field(), choices.separator()), row)
                    .size();
            return count == 0 ? null : count;
        }
        return table.value(measure.field().column(), row);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double value(Measure measure, List<BigDecimal> sorted) {
        return switch (measure) {
            case Measure.Sum sum -> sum(sorted).doubleValue();
            case Measure.Choices choices -> sum(sorted).doubleValue();
            case Measure.Mean mean ->
                sum(sorted)
                        .divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL64)
                        .doubleValue();
            case Measure.Least least -> sorted.getFirst().doubleValue();
            case Measure.Most most -> sorted.getLast().doubleValue();
            case Measure.Quantile quantile -> {
                double place = (sorted.size() - 1) * quantile.share();
                double low = sorted.get((int) Math.floor(place)).doubleValue();
                double high = sorted.get((int) Math.ceil(place)).doubleValue();
                yield low + (place - Math.floor(place)) * (high - low);
            }
        };
    }
}
