package fr.sillage.api.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

/** A value to compare a column with. */
public sealed interface Constant {
    /** For categories and texts; compared letter by letter. */
    record Text(String value) implements Constant {
        public Text {
            Objects.requireNonNull(value);
        }
    }

    /** For whole numbers and decimals. */
    record Number(BigDecimal value) implements Constant {
        private static final int MOST_DIGITS = 400;

        /** @throws IllegalArgumentException beyond what a 64-bit floating point number can hold */
        public Number {
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("number out of range");
            }
            value = value.stripTrailingZeros();
        }

        public static Number of(long value) {
            return new Number(BigDecimal.valueOf(value));
        }

        /** @throws IllegalArgumentException where it is infinite or not a number */
        public static Number of(double value) {
            return new Number(BigDecimal.valueOf(value));
        }
    }

    /** For dates; of a time stamp, all of that day. */
    record Day(LocalDate value) implements Constant {
        public Day {
            Objects.requireNonNull(value);
        }
    }

    /** For time stamps; finer than a microsecond is cut off. */
    record Moment(LocalDateTime value) implements Constant {
        public Moment {
            Objects.requireNonNull(value);
        }
    }
}
