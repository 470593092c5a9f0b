package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rows are looked at. A missing value is in no list and no range, so {@link Not} of them takes the rows where it
 * is missing: every filter divides the rows in two.
 */
public sealed interface Filter {
    /** Every row. */
    Filter ALL = new And(List.of());

    /** The columns that it looks at, each as often as it does. */
    Stream<FieldRef> fields();

    /** Rows that all of them take; without any, every row. */
    record And(List<Filter> of) implements Filter {
        public And {
            of = List.copyOf(of);
        }

        @Override
        public Stream<FieldRef> fields() {
            return of.stream().flatMap(Filter::fields);
        }
    }

    /** Rows that one of them takes; without any, no row. */
    record Or(List<Filter> of) implements Filter {
        public Or {
            of = List.copyOf(of);
        }

        @Override
        public Stream<FieldRef> fields() {
            return of.stream().flatMap(Filter::fields);
        }
    }

    /** Rows that it does not take. */
    record Not(Filter of) implements Filter {
        public Not {
            Objects.requireNonNull(of);
        }

        @Override
        public Stream<FieldRef> fields() {
            return of.fields();
        }
    }

    /** Rows whose value is one of these; values that do not occur do no harm. */
    record In(FieldRef field, List<Constant> values) implements Filter {
        public In {
            Objects.requireNonNull(field);
            values = List.copyOf(values);
        }

        /** Of a column of categories or texts. */
        public static In texts(FieldRef field, List<String> texts) {
            return new In(
                    field, texts.stream().<Constant>map(Constant.Text::new).toList());
        }

        @Override
        public Stream<FieldRef> fields() {
            return Stream.of(field);
        }
    }

    /**
     * Rows whose value lies between two limits. Not for categories and texts, which have no order.
     *
     * @param from empty: without a lower limit
     * @param to empty: without an upper limit
     */
    record Range(FieldRef field, Optional<Limit> from, Optional<Limit> to) implements Filter {
        public Range {
            Objects.requireNonNull(field);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }

        /** Both limits included. */
        public static Range between(FieldRef field, Constant from, Constant to) {
            return new Range(field, Optional.of(new Limit(from, true)), Optional.of(new Limit(to, true)));
        }

        @Override
        public Stream<FieldRef> fields() {
            return Stream.of(field);
        }
    }

    /**
     * An end of a range.
     *
     * @param included whether the value itself is in the range
     */
    record Limit(Constant value, boolean included) {
        public Limit {
            Objects.requireNonNull(value);
        }
    }

    /** Rows without a value. */
    record Missing(FieldRef field) implements Filter {
        public Missing {
            Objects.requireNonNull(field);
        }

        @Override
        public Stream<FieldRef> fields() {
            return Stream.of(field);
        }
    }
}
