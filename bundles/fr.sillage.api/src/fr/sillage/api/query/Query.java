package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A question to the query engine, as data: no analysis notices which engine answers. */
public sealed interface Query<R> {
    /**
     * Rows and distinct persons for each combination of the keys' values, over the rows that the filter takes. Rows
     * where a key is missing are counted apart.
     *
     * @param by one to four keys, of columns of one slot
     * @param filter on columns of the same slot
     * @param unit what the analysis counts
     */
    record Aggregate(List<Key> by, Filter filter, Unit unit) implements Query<Cells> {
        private static final int MOST_KEYS = 4;

        public Aggregate {
            by = List.copyOf(by);
            Objects.requireNonNull(filter);
            Objects.requireNonNull(unit);
            if (by.isEmpty() || by.size() > MOST_KEYS) {
                throw new IllegalArgumentException("one to four keys, not " + by.size());
            }
            if (Stream.concat(by.stream().map(Key::field), filter.fields())
                            .map(FieldRef::slot)
                            .distinct()
                            .count()
                    > 1) {
                throw new IllegalArgumentException("columns of different slots");
            }
        }

        /** Over all rows. */
        public Aggregate(List<? extends Key> by, Unit unit) {
            this(List.copyOf(by), Filter.ALL, unit);
        }
    }
}
