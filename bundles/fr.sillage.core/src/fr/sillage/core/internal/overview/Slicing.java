package fr.sillage.core.internal.overview;

import fr.sillage.api.analysis.Value;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Region;
import fr.sillage.core.overview.ColumnOverview.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the rows of a column are cut into slices.
 *
 * @param keys what is asked for; none where no single value is told
 * @param ordered whether the slices have an order of their own; else the largest come first
 * @param filter of a slice, by the categories of the keys
 */
record Slicing(Shape shape, List<Key> keys, boolean ordered, Function<List<String>, Filter> filter) {
    private static final int FEW_NUMBERS = 12;
    private static final int MOST_MONTHS = 24;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    static Slicing of(Field field, ColumnFacts seen) {
        FieldRef column = new FieldRef(Counter.SLOT, field.name());
        boolean tooMany = field.type() == Type.CATEGORY && seen.distinct() > ColumnFacts.MOST;
        if (field.type() == Type.TEXT || tooMany || field.roles().contains(RoleId.SUBJECT)) {
            return new Slicing(Shape.NONE, List.of(), true, labels -> Filter.ALL);
        }
        return switch (field.type()) {
            case CATEGORY, TEXT ->
                new Slicing(Shape.VALUES, List.of(column), false, labels -> Filter.In.texts(column, labels));
            case INTEGER, DECIMAL ->
                seen.distinct() <= FEW_NUMBERS ? numbers(column) : bands(column, field.type(), seen);
            case DATE, TIMESTAMP -> seen.months().size() <= MOST_MONTHS ? months(column) : years(column);
        };
    }

    /** The slices with their counts, in their order or the largest first. */
    List<Slice> slices(Cells cells) {
        List<Slice> slices = new ArrayList<>();
        if (keys.size() == 1) {
            for (int i = 0; i < cells.labels(0).size(); i++) {
                add(slices, List.of(cells.labels(0).get(i)), cells.cell(Region.of(i)));
            }
        } else {
            for (int i = 0; i < cells.labels(0).size(); i++) {
                for (int j = 0; j < cells.labels(1).size(); j++) {
                    add(slices, List.of(cells.labels(0).get(i), cells.labels(1).get(j)), cells.cell(Region.of(i, j)));
                }
            }
        }
        if (!ordered) {
            slices.sort((one, other) -> Long.compare(other.rows(), one.rows()));
        }
        return slices;
    }

    private void add(List<Slice> slices, List<String> labels, Cell cell) {
        if (cell.rows() > 0) {
            slices.add(new Slice(
                    new Value.Label(String.join("-", labels)), filter.apply(labels), cell.rows(), cell.persons()));
        }
    }

    private static Slicing numbers(FieldRef column) {
        return new Slicing(
                Shape.VALUES,
                List.of(column),
                true,
                labels -> new Filter.In(column, List.of(new Constant.Number(new BigDecimal(labels.getFirst())))));
    }

    private static Slicing bands(FieldRef column, Type type, ColumnFacts seen) {
        Key.Bands bands = new Key.Bands(
                column, RoundBounds.between(seen.quantile(LOW), seen.quantile(HIGH), type == Type.INTEGER));
        return new Slicing(
                Shape.BANDS,
                List.of(bands),
                true,
                labels -> RoundBounds.range(column, bands.bounds(), labels.getFirst()));
    }

    private static Slicing months(FieldRef column) {
        return new Slicing(
                Shape.MONTHS,
                List.of(new Key.Part(column, DatePart.YEAR), new Key.Part(column, DatePart.MONTH)),
                true,
                labels -> {
                    YearMonth month = YearMonth.of(Integer.parseInt(labels.get(0)), Integer.parseInt(labels.get(1)));
                    return days(column, month.atDay(1), month.atEndOfMonth());
                });
    }

    private static Slicing years(FieldRef column) {
        return new Slicing(Shape.YEARS, List.of(new Key.Part(column, DatePart.YEAR)), true, labels -> {
            int year = Integer.parseInt(labels.getFirst());
            return days(
                    column,
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year + 1, 1, 1).minusDays(1));
        });
    }

    private static Filter days(FieldRef column, LocalDate first, LocalDate last) {
        return new Filter.Range(
                column,
                Optional.of(new Filter.Limit(new Constant.Day(first), true)),
                Optional.of(new Filter.Limit(new Constant.Day(last), true)));
    }
}
