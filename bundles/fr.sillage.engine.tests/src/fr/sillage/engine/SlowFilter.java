package fr.sillage.engine;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import java.math.BigDecimal;
import java.util.Map;

/** Whether a row is taken, value by value. */
record SlowFilter(Map<String, TestTable> slots, Filter filter) {
    /** @param rows for each slot its row */
    boolean takes(Map<String, Integer> rows) {
        return takes(filter, rows);
    }

    private boolean takes(Filter part, Map<String, Integer> row) {
        return switch (part) {
            case Filter.And and -> and.of().stream().allMatch(one -> takes(one, row));
            case Filter.Or or -> or.of().stream().anyMatch(one -> takes(one, row));
            case Filter.Not not -> !takes(not.of(), row);
            case Filter.Missing missing -> value(missing.field(), row) == null;
            case Filter.In in ->
                value(in.field(), row) != null
                        && in.values().stream()
                                .anyMatch(constant -> compare(type(in.field()), value(in.field(), row), constant) == 0);
            case Filter.Range range ->
                value(range.field(), row) != null
                        && range.from()
                                .map(limit -> reaches(range.field(), row, limit, 1))
                                .orElse(true)
                        && range.to()
                                .map(limit -> reaches(range.field(), row, limit, -1))
                                .orElse(true);
        };
    }

    private boolean reaches(FieldRef field, Map<String, Integer> row, Filter.Limit limit, int side) {
        int compared = compare(type(field), value(field, row), limit.value());
        return compared == 0 ? limit.included() : compared == side;
    }

    private Type type(FieldRef field) {
        return slots.get(field.slot()).type(field.column());
    }

    private Object value(FieldRef field, Map<String, Integer> row) {
        return slots.get(field.slot()).value(field.column(), row.get(field.slot()));
    }

    /** The sign of the value less the constant. */
    private static int compare(Type type, Object value, Constant constant) {
        return switch (constant) {
            case Constant.Text text -> Integer.signum(value.toString().compareTo(text.value()));
            case Constant.Number number ->
                type == Type.DECIMAL
                        ? Integer.signum(Double.compare(
                                (Double) value + 0.0, number.value().doubleValue() + 0.0))
                        : new BigDecimal((Long) value).compareTo(number.value());
            case Constant.Day day ->
                Integer.signum(SlowKey.moment(type, (Long) value).toLocalDate().compareTo(day.value()));
            case Constant.Moment moment ->
                Integer.signum(SlowKey.moment(type, (Long) value).compareTo(moment.value()));
        };
    }
}
