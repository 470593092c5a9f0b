package fr.sillage.api.data;

import java.util.BitSet;

/** Values of one column for the rows of a batch. Treat the arrays as immutable. */
public sealed interface Column {
    int size();

    boolean isMissing(int row);

    /** @param values one text a row; null where the value is missing */
    record Texts(String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == null;
        }
    }

    /** Whole numbers, days or microseconds ({@link Type}). */
    record Longs(long[] values, BitSet missing) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }
    }

    record Doubles(double[] values, BitSet missing) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }
    }
}
