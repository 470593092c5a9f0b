package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;

/** A question to the query engine, as data: no analysis notices which engine answers. */
public sealed interface Query<R> {
    /**
     * Rows and distinct persons for each combination of the keys' values. Rows where a key is missing are counted
     * apart.
     *
     * @param by one or two columns of one slot
     * @param unit what the analysis counts
     */
    record Aggregate(List<FieldRef> by, Unit unit) implements Query<Cells> {
        public Aggregate {
            by = List.copyOf(by);
            Objects.requireNonNull(unit);
            if (by.isEmpty() || by.size() > 2) {
                throw new IllegalArgumentException("one or two keys, not " + by.size());
            }
            if (by.stream().map(FieldRef::slot).distinct().count() > 1) {
                throw new IllegalArgumentException("keys of different slots");
            }
        }
    }
}
