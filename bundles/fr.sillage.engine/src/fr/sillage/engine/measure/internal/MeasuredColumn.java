package fr.sillage.engine.measure.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Measure;
import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column with all that is measured of it.
 *
 * @param measures positions of its measures in the query
 * @param numbers its numbers
 * @param histogram whether each number is counted in each cell, because quantiles are wanted and that can be
 */
public record MeasuredColumn(List<Integer> measures, Measured numbers, boolean histogram) {
    /** @throws IllegalArgumentException where a column is not of the slot, or not of numbers */
    public static List<MeasuredColumn> of(
            List<Measure> measures, String slot, SlotTable table, CellNumbers numbers, JobControl job) {
        Map<FieldRef, List<Integer>> byField = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            requireFits(measures.get(i), slot, table);
            byField.computeIfAbsent(measures.get(i).field(), f -> new ArrayList<>())
                    .add(i);
        }
        List<MeasuredColumn> columns = new ArrayList<>();
        byField.forEach((field, positions) -> {
            int column = table.column(field);
            Measured values = table.field(column).type() == Type.DECIMAL
                    ? new MeasuredDoubles(table.chunks(), column)
                    : new MeasuredLongs(table.chunks(), column);
            values.prepare(job);
            boolean quantiles = positions.stream().anyMatch(i -> measures.get(i) instanceof Measure.Quantile);
            boolean fits = values.places() > 0
                    && numbers.isDense()
                    && (long) numbers.size() * values.places() <= Histograms.MOST;
            columns.add(new MeasuredColumn(positions, values, quantiles && fits));
        });
        return columns;
    }

    private static void requireFits(Measure measure, String slot, SlotTable table) {
        if (!measure.field().slot().equals(slot)) {
            throw new IllegalArgumentException("what is measured is of another slot than the persons");
        }
        Type type = table.field(table.column(measure.field())).type();
        boolean added = measure instanceof Measure.Sum || measure instanceof Measure.Mean;
        boolean number = type == Type.INTEGER || type == Type.DECIMAL;
        if (type.isText() || added && !number) {
            throw new IllegalArgumentException(measure.getClass().getSimpleName() + " of a " + type);
        }
    }
}
