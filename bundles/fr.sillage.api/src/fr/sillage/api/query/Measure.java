package fr.sillage.api.query;

import java.util.Objects;

/** What is computed of the values that a column has in a region's rows; rows without a value do not count. */
public sealed interface Measure {
    /**
     * A column of numbers, of the slot that names the persons; {@link Quantile} and the ends take dates too, and
     * {@link Choices} takes texts.
     */
    FieldRef field();

    record Sum(FieldRef field) implements Measure {
        public Sum {
            Objects.requireNonNull(field);
        }
    }

    record Mean(FieldRef field) implements Measure {
        public Mean {
            Objects.requireNonNull(field);
        }
    }

    /**
     * The value below which a share of the others lies, interpolated between two (definition 7 of Hyndman and Fan 1996,
     * The American Statistician 50:361; {@code percentile_cont} of SQL).
     *
     * @param share 0 to 1; 0.5 is the median
     */
    record Quantile(FieldRef field, double share) implements Measure {
        public Quantile {
            Objects.requireNonNull(field);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share from 0 to 1, not " + share);
            }
        }
    }

    /**
     * How many values the texts hold in all, such as boxes that were ticked; {@link Key.Choices} says what one is. A row
     * without any has no value, so that value by {@link Amount#values} is how many are ticked by whoever ticks any.
     *
     * @param field a column of categories or texts
     * @param separator stands between the values
     */
    record Choices(FieldRef field, String separator) implements Measure {
        /** @throws IllegalArgumentException where the separator is empty */
        public Choices {
            Objects.requireNonNull(field);
            if (separator.isEmpty()) {
                throw new IllegalArgumentException("no separator");
            }
        }
    }

    record Least(FieldRef field) implements Measure {
        public Least {
            Objects.requireNonNull(field);
        }
    }

    record Most(FieldRef field) implements Measure {
        public Most {
            Objects.requireNonNull(field);
        }
    }
}
