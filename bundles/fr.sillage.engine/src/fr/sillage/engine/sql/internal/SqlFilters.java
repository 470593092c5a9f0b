package fr.sillage.engine.sql.internal;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.engine.filter.internal.DoubleSpan;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.LongSpan;
import fr.sillage.engine.sql.SqlText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes of a filter a condition that is true or false, never unknown. */
record SqlFilters(SqlColumns columns) {
    private static final SqlText NONE = SqlText.of("FALSE");

    /** @throws IllegalArgumentException where a column is not there or cannot be compared with its constant */
    SqlText condition(Filter filter) {
        return switch (filter) {
            case Filter.And and -> joined(and.of(), " AND ", SqlText.of("TRUE"));
            case Filter.Or or -> joined(or.of(), " OR ", NONE);
            case Filter.Not not -> SqlText.of("(NOT {})", condition(not.of()));
            case Filter.In in -> in(in);
            case Filter.Range range -> range(range);
            case Filter.Missing missing -> SqlText.of("({} IS NULL)", columns.value(missing.field()));
        };
    }

    private SqlText joined(List<Filter> filters, String separator, SqlText without) {
        return filters.isEmpty()
                ? without
                : SqlText.of(
                        "({})",
                        SqlText.join(
                                separator, filters.stream().map(this::condition).toList()));
    }

    private SqlText in(Filter.In in) {
        Field field = columns.field(in.field());
        if (field.type().isText()) {
            Set<String> texts = Filters.texts(in.values(), field);
            return texts.isEmpty()
                    ? NONE
                    : known(in.field(), value -> SqlText.of("{} IN ({})", value, parameters(texts.stream())));
        }
        if (field.type() == Type.DECIMAL) {
            return doubles(in.field(), in.values().stream().map(DoubleSpan::of));
        }
        return longs(in.field(), in.values().stream().map(value -> LongSpan.of(value, field.type())));
    }

    private SqlText range(Filter.Range range) {
        Field field = columns.field(range.field());
        if (field.type().isText()) {
            throw Filters.noRange(field);
        }
        return field.type() == Type.DECIMAL
                ? doubles(range.field(), Stream.of(DoubleSpan.between(range.from(), range.to())))
                : longs(range.field(), Stream.of(LongSpan.between(range.from(), range.to(), field.type())));
    }

    private SqlText longs(FieldRef field, Stream<LongSpan> spans) {
        return between(
                field, spans.filter(span -> !span.isEmpty()).map(span -> List.<Object>of(span.first(), span.last())));
    }

    private SqlText doubles(FieldRef field, Stream<DoubleSpan> spans) {
        return between(
                field,
                spans.filter(span -> span.first() <= span.last())
                        .map(span -> List.<Object>of(span.first(), span.last())));
    }

    private SqlText between(FieldRef field, Stream<List<Object>> spans) {
        List<List<Object>> all = spans.toList();
        return all.isEmpty()
                ? NONE
                : known(
                        field,
                        value -> SqlText.join(
                                " OR ",
                                all.stream()
                                        .map(span ->
                                                SqlText.of("{} BETWEEN {} AND {}", value, span.get(0), span.get(1)))
                                        .toList()));
    }

    /** Where a value is missing the condition is false instead of unknown. */
    private SqlText known(FieldRef field, Function<SqlText, SqlText> condition) {
        SqlText value = columns.value(field);
        return SqlText.of("({} IS NOT NULL AND ({}))", value, condition.apply(value));
    }

    static SqlText parameters(Stream<?> values) {
        return SqlText.join(", ", values.map(value -> SqlText.of("{}", value)).toList());
    }
}
