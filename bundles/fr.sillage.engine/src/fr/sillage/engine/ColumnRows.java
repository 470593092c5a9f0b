package fr.sillage.engine;

import fr.sillage.api.data.Column;
import java.util.Objects;

/** Rows of one column on their way into a table. */
public sealed interface ColumnRows {
    int size();

    /** By their values. */
    record Plain(Column values) implements ColumnRows {
        public Plain {
            Objects.requireNonNull(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /**
     * Texts of which most were there before, in the rows before these: each different one has a number of its own, from
     * 1 in the order of their coming, over the whole table. Treat the arrays as immutable.
     *
     * @param numbers for each row that of its text; 0 where it is missing; less where it has none: of the others -1 the
     *     first, -2 the second
     * @param fresh the texts of the numbers that come for the first time, in order; null where the value is missing
     * @param others texts without a number; null where the value is missing
     */
    record Numbered(int[] numbers, String[] fresh, String[] others) implements ColumnRows {
        @Override
        public int size() {
            return numbers.length;
        }
    }
}
