package fr.sillage.engine.sql.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import fr.sillage.engine.key.internal.Bands;
import fr.sillage.engine.key.internal.PartGroups;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A key as a database groups by it: one expression for its value, and where values are gathered under names another one
 * for the name's position, of which one at the most has a value.
 *
 * @param value without a value where the row lacks the key, or is in a group; a list where it is several values
 * @param group without a value where the row is in none
 * @param values what values of the expression are called
 * @param groups names of the groups, in their order
 * @param several whether the value is a list
 */
record SqlKey(SqlText value, Optional<SqlText> group, PlainValues values, List<String> groups, boolean several) {
    /**
     * What a row is grouped by.
     *
     * @param value empty in a group
     * @param group position; -1 without
     */
    record Category(Optional<Object> value, int group) {}

    /** @throws IllegalArgumentException where the column is not of a type for such a key */
    static SqlKey of(Key key, SqlColumns columns) {
        FieldRef field = key.field();
        Type type = columns.type(field);
        return switch (key) {
            case FieldRef plain -> plain(columns.value(plain), PlainValues.of(type));
            case Key.Part part ->
                plain(
                        part(part.part(), columns.raw(field), columns),
                        new PlainValues.Numbers(new PartGroups(type, part.part()), type));
            case Key.Bands bands -> {
                Bands groups = new Bands(type, bands.bounds());
                yield plain(band(columns.value(field), type, groups), new PlainValues.Numbers(groups, type));
            }
            case Key.Folded folded -> folded(columns.value(field), PlainValues.of(type), folded.names());
            case Key.Choices choices -> {
                SqlText list = choices(field, choices.separator(), columns);
                yield new SqlKey(list, Optional.empty(), new PlainValues.Texts(), List.of(), true);
            }
        };
    }

    static SqlKey plain(SqlText value, PlainValues values) {
        return new SqlKey(value, Optional.empty(), values, List.of(), false);
    }

    /** The list of a text's values. */
    static SqlText choices(FieldRef field, String separator, SqlColumns columns) {
        if (!columns.type(field).isText()) {
            throw new IllegalArgumentException("no choices of a " + columns.type(field));
        }
        return columns.dialect().choices(columns.raw(field), separator, blanks());
    }

    /** All that {@link String#strip} takes away. */
    private static String blanks() {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(Character::isWhitespace)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static SqlText part(DatePart part, SqlText moment, SqlColumns columns) {
        SqlText number = switch (part) {
            case YEAR -> SqlText.of("EXTRACT(YEAR FROM {})", moment);
            case SCHOOL_YEAR ->
                SqlText.of(
                        "(EXTRACT(YEAR FROM {}) - CASE WHEN EXTRACT(MONTH FROM {}) < 9 THEN 1 ELSE 0 END)",
                        moment,
                        moment);
            case MONTH -> SqlText.of("EXTRACT(MONTH FROM {})", moment);
            case WEEKDAY -> columns.dialect().weekday(moment);
            case HOUR -> SqlText.of("EXTRACT(HOUR FROM {})", moment);
        };
        return SqlText.of("CAST({} AS BIGINT)", number);
    }

    /** Counts the bounds that are reached; of those that rise, all before one that is. */
    private static SqlText band(SqlText value, Type type, Bands bands) {
        List<Object> bounds = new ArrayList<>();
        if (type == Type.DECIMAL) {
            for (double bound : bands.doubleBounds()) {
                bounds.add(bound);
            }
        } else {
            for (long bound : bands.longBounds()) {
                bounds.add(bound);
            }
        }
        SqlText reached = SqlText.of("0");
        for (Object bound : bounds) {
            reached = SqlText.of("{} + CASE WHEN {} >= {} THEN 1 ELSE 0 END", reached, value, bound);
        }
        return SqlText.of("CASE WHEN {} IS NOT NULL THEN CAST({} AS BIGINT) END", value, reached);
    }

    private static SqlKey folded(SqlText value, PlainValues values, Map<String, String> names) {
        List<String> groups = List.copyOf(new TreeSet<>(names.values()));
        Map<String, List<Object>> members = new HashMap<>();
        names.forEach((text, name) -> values.parse(text)
                .ifPresent(v ->
                        members.computeIfAbsent(name, n -> new ArrayList<>()).add(v)));
        for (String group : groups) {
            // a value that is called as a group is in it, unless it is gathered under another name
            if (!names.containsKey(group)) {
                values.parse(group)
                        .ifPresent(v -> members.computeIfAbsent(group, n -> new ArrayList<>())
                                .add(v));
            }
        }
        if (members.isEmpty()) {
            return plain(value, values);
        }
        List<SqlText> cases = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            List<Object> ofGroup = members.getOrDefault(groups.get(group), List.of());
            if (!ofGroup.isEmpty()) {
                cases.add(SqlText.of("WHEN {} IN ({}) THEN " + group, value, SqlFilters.parameters(ofGroup.stream())));
            }
        }
        SqlText group = SqlText.of("CASE {} END", SqlText.join(" ", cases));
        return new SqlKey(
                SqlText.of("CASE WHEN {} IS NULL THEN {} END", group, value),
                Optional.of(group),
                values,
                groups,
                false);
    }

    /** Reads a category from its value and the position of its group, null where there is none. */
    static Category category(Object value, Object group) {
        return new Category(Optional.ofNullable(value), group == null ? -1 : ((Long) group).intValue());
    }

    /** The categories in the order in which people expect them. */
    List<Category> sorted(Collection<Category> categories) {
        List<Category> sorted = new ArrayList<>(
                values
                        .sorted(categories.stream()
                                .flatMap(category -> category.value().stream())
                                .toList())
                        .stream()
                        .map(v -> new Category(Optional.of(v), -1))
                        .toList());
        IntStream.range(0, groups.size())
                .mapToObj(group -> new Category(Optional.empty(), group))
                .filter(categories::contains)
                .forEach(sorted::add);
        return sorted;
    }

    String text(Category category) {
        return category.value().map(values::text).orElseGet(() -> groups.get(category.group()));
    }
}
