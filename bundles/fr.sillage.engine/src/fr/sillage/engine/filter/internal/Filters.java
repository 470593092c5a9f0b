package fr.sillage.engine.filter.internal;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.Filter;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes of a filter what finds its rows; texts are looked up once in the column's dictionary, not row by row. */
public final class Filters {
    private final SlotTable slot;
    private final TableChunks table;

    public Filters(SlotTable slot) {
        this.slot = slot;
        this.table = slot.chunks();
    }

    /** @throws IllegalArgumentException where a column is not there or cannot be compared with its constant */
    public RowSet rows(Filter filter) {
        return switch (filter) {
            case Filter.And and -> new AndRows(table, sets(and.of()));
            case Filter.Or or -> new OrRows(table, sets(or.of()));
            case Filter.Not not -> new NotRows(table, rows(not.of()));
            case Filter.In in -> in(in);
            case Filter.Range range -> range(range);
            case Filter.Missing missing -> new MissingRows(table, slot.column(missing.field()));
        };
    }

    private List<RowSet> sets(List<Filter> filters) {
        return filters.stream().map(this::rows).toList();
    }

    private RowSet in(Filter.In in) {
        int column = slot.column(in.field());
        Field field = slot.field(column);
        if (field.type().isText()) {
            return new TextRows(table, column, texts(in.values(), field));
        }
        if (field.type() == Type.DECIMAL) {
            return new DoubleRows(
                    table,
                    column,
                    in.values().stream().map(value -> DoubleSpan.of(value)).toList());
        }
        return new LongRows(
                table,
                column,
                in.values().stream()
                        .map(value -> LongSpan.of(value, field.type()))
                        .toList());
    }

    private RowSet range(Filter.Range range) {
        int column = slot.column(range.field());
        Field field = slot.field(column);
        if (field.type().isText()) {
            throw noRange(field);
        }
        return field.type() == Type.DECIMAL
                ? new DoubleRows(table, column, List.of(DoubleSpan.between(range.from(), range.to())))
                : new LongRows(table, column, List.of(LongSpan.between(range.from(), range.to(), field.type())));
    }

    public static IllegalArgumentException noRange(Field field) {
        return new IllegalArgumentException("no range of " + field.name() + ", a " + field.type());
    }

    /** @throws IllegalArgumentException where one is no text */
    public static Set<String> texts(List<Constant> values, Field field) {
        Set<String> texts = new HashSet<>();
        for (Constant value : values) {
            if (!(value instanceof Constant.Text text)) {
                throw new IllegalArgumentException(field.name() + " is a " + field.type() + ", compared with a "
                        + value.getClass().getSimpleName());
            }
            texts.add(text.value());
        }
        return texts;
    }
}
