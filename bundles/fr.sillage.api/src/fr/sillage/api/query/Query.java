package fr.sillage.api.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A question to the query engine, as data: no analysis notices which engine answers. */
public sealed interface Query<R> {
    /** Most keys of a question. */
    int MOST_KEYS = 4;

    /**
     * Rows and distinct persons for each combination of the keys' values, over the rows that the filter takes. Rows
     * where a key is missing are counted apart.
     *
     * <p>Where slots are linked, a row is a combination of one row of each slot, such that all links hold. The person
     * is that of the first of {@link #slots} in which a column names it; rows of that slot (where none names persons:
     * of the measured slot, or else of the first) that are in no combination are {@linkplain Cells#excluded excluded}.
     * What is measured has to be in that slot.
     *
     * <p>A row with several values of a key ({@link Key.Choices}) is in the cell of each of them, and once in each
     * margin; and so are its person and what is measured of it.
     *
     * @param by one to four keys
     * @param of what is computed of each cell and margin; of one slot
     * @param links join all slots that keys and filter name, without a circle; none where there is one slot
     * @param filter which rows; over several slots an {@link Filter.And} of filters, each over one
     * @param unit what the analysis counts
     */
    record Aggregate(List<Key> by, List<Measure> of, List<Link> links, Filter filter, Unit unit)
            implements Query<Cells> {
        public Aggregate {
            by = List.copyOf(by);
            of = List.copyOf(of);
            links = List.copyOf(links);
            Objects.requireNonNull(filter);
            Objects.requireNonNull(unit);
            if (by.isEmpty() || by.size() > MOST_KEYS) {
                throw new IllegalArgumentException("one to four keys, not " + by.size());
            }
            requireJoined(slots(by, of, links, filter), links);
            if (of.stream().map(measure -> measure.field().slot()).distinct().count() > 1) {
                throw new IllegalArgumentException("measures of different slots");
            }
        }

        /** Counts over the rows of one slot that the filter takes. */
        public Aggregate(List<? extends Key> by, Filter filter, Unit unit) {
            this(List.copyOf(by), List.of(), List.of(), filter, unit);
        }

        /** Counts over all rows of one slot. */
        public Aggregate(List<? extends Key> by, Unit unit) {
            this(by, Filter.ALL, unit);
        }

        /** The slots in the order in which keys, measures, links and filter name them first. */
        public List<String> slots() {
            return List.copyOf(slots(by, of, links, filter));
        }

        private static Set<String> slots(List<Key> by, List<Measure> of, List<Link> links, Filter filter) {
            Set<String> slots = new LinkedHashSet<>();
            by.forEach(key -> slots.add(key.slot()));
            of.forEach(measure -> slots.add(measure.field().slot()));
            links.stream()
                    .flatMap(link -> Stream.of(link.one(), link.other()))
                    .forEach(field -> slots.add(field.slot()));
            filter.fields().forEach(field -> slots.add(field.slot()));
            return slots;
        }

        private static void requireJoined(Set<String> slots, List<Link> links) {
            Set<String> reached = new LinkedHashSet<>(Set.of(slots.iterator().next()));
            List<Link> left = new ArrayList<>(links);
            while (left.removeIf(link -> reached.contains(link.one().slot())
                            != reached.contains(link.other().slot())
                    && (reached.add(link.one().slot())
                            | reached.add(link.other().slot())))) {
                // each round joins what the one before has reached
            }
            if (!left.isEmpty() || reached.size() < slots.size()) {
                throw new IllegalArgumentException("links do not join all slots, or in a circle");
            }
        }
    }

    /**
     * For each person the states in the order of time; those of one moment in the order of the states. Rows that lack
     * person, time or state are counted apart.
     *
     * @param subject tells persons (or whatever goes through states) apart
     * @param time a column of dates, time stamps or whole numbers
     * @param state what a row says of its moment; not {@link Key.Choices}, and not of a column that names persons
     * @param filter which rows; all columns are of one slot
     */
    record Sequences(FieldRef subject, FieldRef time, Key state, Filter filter) implements Query<SequenceSet> {
        public Sequences {
            Objects.requireNonNull(filter);
            requireOneSlot(Stream.of(subject, time, state.field()), filter);
            requireNoChoices(List.of(state));
        }

        public String slot() {
            return subject.slot();
        }
    }

    /**
     * Texts with the categories of their rows, in an order that tells nothing. Rows that lack the text or a key are
     * counted apart.
     *
     * @param text a column of texts or categories; not one that names persons
     * @param by none to four keys; not {@link Key.Choices}, and not of columns that name persons
     * @param filter which rows; all columns are of one slot
     */
    record Texts(FieldRef text, List<Key> by, Filter filter) implements Query<TextSet> {
        public Texts {
            by = List.copyOf(by);
            Objects.requireNonNull(filter);
            if (by.size() > MOST_KEYS) {
                throw new IllegalArgumentException("four keys at the most, not " + by.size());
            }
            requireOneSlot(Stream.concat(Stream.of(text), by.stream().map(Key::field)), filter);
            requireNoChoices(by);
        }

        public String slot() {
            return text.slot();
        }
    }

    /**
     * Rows as numbers, in an order that tells nothing; for models. What is missing is not a number: no row is left out
     * for it.
     *
     * @param columns one at the least, none that names persons. Dates are days, time stamps microseconds since 1970;
     *     categories and texts are positions among their labels
     * @param unit tells the units apart that rows belong to, such as persons; a row that lacks it is a unit of its own,
     *     and without it every row is. Units get numbers that tell nothing: what names them is not in the answer.
     * @param filter which rows; all columns are of one slot
     */
    record Frame(List<FieldRef> columns, Optional<FieldRef> unit, Filter filter) implements Query<NumericFrame> {
        public Frame {
            columns = List.copyOf(columns);
            Objects.requireNonNull(filter);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("no column");
            }
            requireOneSlot(Stream.concat(columns.stream(), unit.stream()), filter);
        }

        public String slot() {
            return columns.getFirst().slot();
        }
    }

    private static void requireOneSlot(Stream<FieldRef> fields, Filter filter) {
        if (Stream.concat(fields, filter.fields())
                        .map(FieldRef::slot)
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("columns of different slots");
        }
    }

    private static void requireNoChoices(List<Key> keys) {
        if (keys.stream().anyMatch(Key.Choices.class::isInstance)) {
            throw new IllegalArgumentException("choices are several categories at once");
        }
    }
}
