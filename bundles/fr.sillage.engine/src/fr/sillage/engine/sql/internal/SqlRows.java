package fr.sillage.engine.sql.internal;

import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Link;
import fr.sillage.engine.filter.internal.SlotFilters;
import fr.sillage.engine.join.internal.LinkCodes;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of linked slots.
 *
 * @param counted the slot whose rows and persons are counted
 * @param slots all slots, that one among them
 * @param links join them
 * @param filters for each slot
 */
record SqlRows(SqlColumns columns, String counted, List<String> slots, List<Link> links, SlotFilters filters) {
    /** @throws IllegalArgumentException where what is linked is of different kinds, or a filter is over several slots */
    static SqlRows of(SqlColumns columns, String counted, List<String> slots, List<Link> links, Filter filter) {
        links.forEach(link -> LinkCodes.requireLinked(columns.type(link.one()), columns.type(link.other())));
        return new SqlRows(columns, counted, slots, links, SlotFilters.of(filter, counted));
    }

    /** Each combination of rows that all links and filters take. */
    SqlText from() {
        return SqlText.of("FROM {} WHERE {}", tables(slots), conditions(slots));
    }

    /** The rows of the counted slot that are in no combination. */
    SqlText fromExcluded() {
        List<String> others =
                slots.stream().filter(slot -> !slot.equals(counted)).toList();
        SqlText own = new SqlFilters(columns).condition(filters.of(counted));
        SqlText taken = others.isEmpty()
                ? own
                : SqlText.of("({} AND EXISTS (SELECT 1 FROM {} WHERE {}))", own, tables(others), conditions(others));
        return SqlText.of("FROM {} WHERE NOT {}", columns.from(counted), taken);
    }

    private SqlText tables(List<String> which) {
        return SqlText.join(", ", which.stream().map(columns::from).toList());
    }

    private SqlText conditions(Collection<String> which) {
        List<SqlText> all = new ArrayList<>(links.stream().map(this::holds).toList());
        which.forEach(slot -> all.add(new SqlFilters(columns).condition(filters.of(slot))));
        return SqlText.join(" AND ", all);
    }

    private SqlText holds(Link link) {
        return SqlText.join(
                " = ",
                Stream.of(link.one(), link.other())
                        .<FieldRef>map(field -> field)
                        .map(columns::value)
                        .toList());
    }

    /** What names the person; without a value where nothing does. */
    SqlText person() {
        return columns.person(counted).orElse(SqlText.of("CAST(NULL AS VARCHAR)"));
    }
}
