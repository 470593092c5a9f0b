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
import java.util.Optional;

/**
 * A column with all that is measured of it.
 *
 * @param measures positions of its measures in the query
 * @param numbers its numbers
 * @param histogram whether it is enough to count each number in each cell, because numbers and cells are few
 */
public record MeasuredColumn(List<Integer> measures, Measured numbers, boolean histogram) {
    /**
     * What numbers are made of.
     *
     * @param separator where values in a text are counted
     */
    private record Numbers(FieldRef field, Optional<String> separator) {
        static Numbers of(Measure measure) {
            return new Numbers(
                    measure.field(),
                    measure instanceof Measure.Choices choices ? Optional.of(choices.separator()) : Optional.empty());
        }

        Measured in(SlotTable table) {
            int column = table.column(field);
            if (separator.isPresent()) {
                return new MeasuredChoices(table.chunks(), column, separator.get());
            }
            return table.field(column).type() == Type.DECIMAL
                    ? new MeasuredDoubles(table.chunks(), column)
                    : new MeasuredLongs(table.chunks(), column);
        }
    }

    /** @throws IllegalArgumentException where a column is not of the slot, or not of a type for its measure */
    public static List<MeasuredColumn> of(
            List<Measure> measures, String slot, SlotTable table, CellNumbers numbers, JobControl job) {
        Map<Numbers, List<Integer>> byNumbers = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            requireSlot(measures.get(i), slot);
            requireType(
                    measures.get(i),
                    table.field(table.column(measures.get(i).field())).type());
            byNumbers
                    .computeIfAbsent(Numbers.of(measures.get(i)), n -> new ArrayList<>())
                    .add(i);
        }
        List<MeasuredColumn> columns = new ArrayList<>();
        byNumbers.forEach((wanted, positions) -> {
            Measured values = wanted.in(table);
            values.prepare(job);
            boolean fits = values.places() > 0
                    && numbers.isDense()
                    && (long) numbers.size() * values.places() <= Histograms.MOST;
            columns.add(new MeasuredColumn(positions, values, fits));
        });
        return columns;
    }

    /** @throws IllegalArgumentException where it is of another slot than that which counts persons */
    public static void requireSlot(Measure measure, String slot) {
        if (!measure.field().slot().equals(slot)) {
            throw new IllegalArgumentException("what is measured is of another slot than the persons");
        }
    }

    /** @throws IllegalArgumentException where values of that type are not measured so */
    public static void requireType(Measure measure, Type type) {
        boolean number = type == Type.INTEGER || type == Type.DECIMAL;
        boolean fits = switch (measure) {
            case Measure.Sum sum -> number;
            case Measure.Mean mean -> number;
            case Measure.Choices choices -> type.isText();
            case Measure.Quantile quantile -> !type.isText();
            case Measure.Least least -> !type.isText();
            case Measure.Most most -> !type.isText();
        };
        if (!fits) {
            throw new IllegalArgumentException(measure.getClass().getSimpleName() + " of a " + type);
        }
    }
}
