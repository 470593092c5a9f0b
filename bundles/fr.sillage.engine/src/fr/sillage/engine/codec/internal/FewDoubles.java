package fr.sillage.engine.codec.internal;

import java.util.Arrays;
import java.util.BitSet;

/** Different numbers, numbered from 0 in the order of their coming, as long as they are few. Used for one column. */
final class FewDoubles {
    private static final int FREE = -1;

    private final int most;
    private final double[] values;
    private final int[] slots;
    private int size;

    /** @param most how many there may be */
    FewDoubles(int most) {
        this.most = most;
        this.values = new double[most];
        this.slots = new int[Integer.highestOneBit(most) * 4];
        Arrays.fill(slots, FREE);
    }

    /**
     * Numbers the values of rows.
     *
     * @param into for each row 1 more than its value's number; 0 where it is missing
     * @return false where they are not few
     */
    boolean number(double[] rows, BitSet missing, int count, char[] into) {
        for (int row = 0; row < count; row++) {
            if (!missing.get(row)) {
                int number = number(rows[row]);
                if (number < 0) {
                    return false;
                }
                into[row] = (char) (number + 1);
            }
        }
        return true;
    }

    /** The number of a value; negative where it would be one too many. */
    private int number(double value) {
        // as Double.compare does: all that are no numbers are one, the two zeros are not
        long bits = Double.doubleToLongBits(value);
        long mixed = bits * 0x9E37_79B9_7F4A_7C15L; // golden ratio
        int at = (int) (mixed >>> 40) & slots.length - 1;
        while (slots[at] != FREE) {
            if (Double.doubleToLongBits(values[slots[at]]) == bits) {
                return slots[at];
            }
            at = at + 1 & slots.length - 1;
        }
        if (size == most) {
            return -1;
        }
        values[size] = value;
        slots[at] = size;
        return size++;
    }

    /** In rising order, one at the least. */
    double[] sorted() {
        double[] sorted = Arrays.copyOf(values, Math.max(1, size));
        Arrays.sort(sorted);
        return sorted;
    }

    /** For each number the place of its value. */
    char[] places(double[] sorted) {
        char[] places = new char[size];
        for (int number = 0; number < size; number++) {
            places[number] = (char) Arrays.binarySearch(sorted, values[number]);
        }
        return places;
    }
}
