package fr.sillage.engine;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What category a row is of, value by value. */
final class SlowKey {
    private SlowKey() {}

    /**
     * @param order by which categories of one key are sorted; texts that all are numbers are sorted otherwise
     */
    record Category(BigDecimal order, String text) {}

    /** More than one of choices only, none where the value is missing. */
    static List<Category> categories(TestTable table, Key key, int row) {
        Object value = table.value(key.column(), row);
        if (value == null) {
            return List.of();
        }
        if (key instanceof Key.Choices choices) {
            return Arrays.stream(value.toString().split(Pattern.quote(choices.separator())))
                    .map(String::strip)
                    .filter(choice -> !choice.isEmpty())
                    .distinct()
                    .map(choice -> new Category(BigDecimal.ZERO, choice))
                    .toList();
        }
        return List.of(category(key, table.type(key.column()), value));
    }

    private static Category category(Key key, Type type, Object value) {
        return switch (key) {
            case FieldRef plain -> plain(type, value);
            case Key.Part part -> part(part, type, (Long) value);
            case Key.Folded folded -> {
                Category category = plain(type, value);
                String name = folded.names().get(category.text());
                yield name == null ? category : new Category(category.order(), name);
            }
            case Key.Choices choices -> throw new IllegalStateException();
            case Key.Bands bands -> band(bands, type, new BigDecimal(value.toString()));
        };
    }

    private static Category plain(Type type, Object value) {
        return switch (type) {
            case CATEGORY, TEXT -> new Category(BigDecimal.ZERO, (String) value);
            case INTEGER -> new Category(new BigDecimal((Long) value), value.toString());
            case DECIMAL -> {
                BigDecimal number = new BigDecimal(value.toString());
                yield number.signum() == 0
                        ? new Category(BigDecimal.ZERO, "0")
                        : new Category(number, number.stripTrailingZeros().toPlainString());
            }
            case DATE ->
                new Category(
                        new BigDecimal((Long) value),
                        moment(type, (Long) value).toLocalDate().toString());
            case TIMESTAMP ->
                new Category(
                        new BigDecimal((Long) value), moment(type, (Long) value).toString());
        };
    }

    static LocalDateTime moment(Type type, long value) {
        LocalDateTime epoch = LocalDateTime.of(1970, 1, 1, 0, 0);
        return type == Type.DATE ? epoch.plusDays(value) : epoch.plus(value, ChronoUnit.MICROS);
    }

    private static Category part(Key.Part part, Type type, long value) {
        LocalDateTime moment = moment(type, value);
        int number = switch (part.part()) {
            case YEAR -> moment.getYear();
            case SCHOOL_YEAR -> moment.minusMonths(8).getYear();
            case MONTH -> moment.getMonthValue();
            case WEEKDAY -> moment.getDayOfWeek().getValue();
            case HOUR -> moment.getHour();
        };
        String text = switch (part.part()) {
            case YEAR, WEEKDAY -> "" + number;
            case SCHOOL_YEAR -> number + "-" + (number + 1);
            case MONTH, HOUR -> number < 10 ? "0" + number : "" + number;
        };
        return new Category(new BigDecimal(number), text);
    }

    private static Category band(Key.Bands bands, Type type, BigDecimal value) {
        long reached = bands.bounds().stream()
                .filter(bound -> bound.compareTo(value) <= 0)
                .count();
        BigDecimal order = new BigDecimal(reached);
        if (reached == 0) {
            return new Category(order, "< " + bands.bounds().getFirst().toPlainString());
        }
        BigDecimal from = bands.bounds().get((int) reached - 1);
        if (reached == bands.bounds().size()) {
            return new Category(order, "≥ " + from.toPlainString());
        }
        BigDecimal below = bands.bounds().get((int) reached);
        boolean whole = type == Type.INTEGER && isWhole(from) && isWhole(below);
        if (!whole) {
            return new Category(order, from.toPlainString() + " – < " + below.toPlainString());
        }
        BigInteger last = below.toBigInteger().subtract(BigInteger.ONE);
        return new Category(
                order, from.toBigInteger().equals(last) ? from.toPlainString() : from.toPlainString() + " – " + last);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** The different texts in their order. */
    static List<String> labels(Key key, TestTable table, Collection<Category> categories) {
        if (key instanceof Key.Folded folded) {
            Map<Boolean, List<Category>> byGroup = categories.stream()
                    .collect(Collectors.partitioningBy(c -> folded.names().containsValue(c.text())));
            return Stream.concat(
                            labels(folded.field(), table, byGroup.get(false)).stream(),
                            byGroup.get(true).stream()
                                    .map(Category::text)
                                    .distinct()
                                    .sorted())
                    .toList();
        }
        boolean texts = (key instanceof FieldRef || key instanceof Key.Choices)
                && table.type(key.column()).isText();
        boolean numbers =
                texts && categories.stream().allMatch(c -> c.text().matches("[+-]?\\d{1,30}([.,]\\d{1,30})?"));
        Comparator<Category> byNumber = Comparator.comparing(
                category -> texts ? new BigDecimal(category.text().replace(',', '.')) : category.order());
        Comparator<Category> byText = Comparator.comparing(Category::text);
        Comparator<Category> order = numbers ? byNumber.thenComparing(byText) : texts ? byText : byNumber;
        return categories.stream().distinct().sorted(order).map(Category::text).toList();
    }
}
