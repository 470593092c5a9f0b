package fr.sillage.engine.sql.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.Measure;
import fr.sillage.engine.measure.internal.MeasuredColumn;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers with all that is measured of them.
 *
 * @param numbers as double, without a value where there is none
 * @param measures positions of the measures in the query
 */
record SqlMeasured(SqlText numbers, List<Integer> measures) {
    /** @throws IllegalArgumentException where a column is not of the slot, or not of a type for its measure */
    static List<SqlMeasured> of(List<Measure> measures, String counted, SqlColumns columns) {
        Map<SqlText, List<Integer>> byNumbers = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            MeasuredColumn.requireSlot(measure, counted);
            Type type = columns.type(measure.field());
            MeasuredColumn.requireType(measure, type);
            byNumbers
                    .computeIfAbsent(numbers(measure, columns), n -> new ArrayList<>())
                    .add(i);
        }
        return byNumbers.entrySet().stream()
                .map(entry -> new SqlMeasured(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SqlText numbers(Measure measure, SqlColumns columns) {
        SqlText value = measure instanceof Measure.Choices choices
                ? columns.dialect().size(SqlKey.choices(choices.field(), choices.separator(), columns))
                : columns.value(measure.field());
        return SqlText.of("CAST({} AS DOUBLE PRECISION)", value);
    }
}
