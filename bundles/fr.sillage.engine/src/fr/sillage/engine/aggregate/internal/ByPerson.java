package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a table whose persons are counted into the order of its persons. */
final class ByPerson {
    private ByPerson() {}

    /**
     * The table person after person; as it is stored where it names nobody or the order would take too much memory.
     *
     * @param columns that will be read
     * @throws IllegalArgumentException where one is not there
     */
    static SlotTable of(SlotTable table, Set<FieldRef> columns, JobControl job) {
        return OrderedChunks.of(table, columns.stream().map(table::column).collect(Collectors.toSet()), job)
                .map(SlotTable::new)
                .orElse(table);
    }

    /** What a query reads of a slot. */
    static Set<FieldRef> columns(Query.Aggregate query, String slot) {
        return Stream.of(
                        query.by().stream().map(Key::field),
                        query.of().stream().map(Measure::field),
                        query.links().stream().flatMap(link -> Stream.of(link.one(), link.other())),
                        query.filter().fields())
                .flatMap(fields -> fields)
                .filter(field -> field.slot().equals(slot))
                .collect(Collectors.toSet());
    }

    /** What keys and a filter of one slot read. */
    static Set<FieldRef> columns(List<? extends Key> by, Filter filter) {
        return Stream.concat(by.stream().map(Key::field), filter.fields()).collect(Collectors.toSet());
    }
}
