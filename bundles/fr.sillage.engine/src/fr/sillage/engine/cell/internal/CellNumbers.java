package fr.sillage.engine.cell.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.key.internal.LongCodes;

/**
 * Numbers the combinations of some keys' codes from 0: all of them where they are few, else those that occur. Thread-safe
 * where it {@link #isDense}.
 */
public final class CellNumbers {
    /** Most combinations that are counted in an array of all. */
    static final long MOST_DENSE = 1 << 20;

    private final int[] highest;
    private final boolean dense;
    private final int all;

    /** Without room for all: numbers the first key's codes, and then the pairs of the number so far and the next code. */
    private final LongCodes[] pairs;

    /** @param highest the highest code of each key; codes count from 1 */
    public CellNumbers(int[] highest) {
        this.highest = highest.clone();
        long product = 1;
        for (int codes : highest) {
            product = Math.min(product * codes, MOST_DENSE + 1);
        }
        this.dense = product <= MOST_DENSE;
        this.all = (int) product;
        this.pairs = new LongCodes[highest.length];
        for (int key = 0; key < highest.length && !dense; key++) {
            pairs[key] = new LongCodes();
        }
    }

    /** The highest code of each key. */
    public int[] highest() {
        return highest.clone();
    }

    public boolean isDense() {
        return dense;
    }

    /** How many numbers there are so far. */
    public int size() {
        return dense ? all : pairs[highest.length - 1].size();
    }

    /**
     * Numbers of the rows of a chunk.
     *
     * @param codes of each key
     * @param rows those without a missing code; what is filled in for others means nothing
     */
    public void fill(int[][] codes, long[] rows, int count, int[] into) {
        if (dense) {
            for (int row = 0; row < count; row++) {
                into[row] = codes[0][row] - 1;
            }
        } else {
            begin(into, codes[0], rows, count);
        }
        for (int key = 1; key < highest.length; key++) {
            if (dense) {
                combine(into, codes[key], highest[key], count);
            } else {
                combine(into, codes[key], pairs[key], rows, count);
            }
        }
    }

    private void begin(int[] numbers, int[] codes, long[] rows, int count) {
        for (int row = 0; row < count; row++) {
            if (Bits.get(rows, row)) {
                numbers[row] = pairs[0].codeOf(codes[row]);
            }
        }
    }

    private static void combine(int[] numbers, int[] codes, int highest, int count) {
        for (int row = 0; row < count; row++) {
            numbers[row] = numbers[row] * highest + codes[row] - 1;
        }
    }

    private static void combine(int[] numbers, int[] codes, LongCodes pairs, long[] rows, int count) {
        for (int row = 0; row < count; row++) {
            if (Bits.get(rows, row)) {
                numbers[row] = pairs.codeOf((long) numbers[row] << Integer.SIZE | codes[row]);
            }
        }
    }

    /** The number of one combination. */
    public int numberOf(int[] codes) {
        if (highest.length == 0) {
            return 0;
        }
        int number = dense ? codes[0] - 1 : pairs[0].codeOf(codes[0]);
        for (int key = 1; key < highest.length; key++) {
            number = dense
                    ? number * highest[key] + codes[key] - 1
                    : pairs[key].codeOf((long) number << Integer.SIZE | codes[key]);
        }
        return number;
    }

    /** Puts the codes of a number into {@code codes}. */
    public void codes(int number, int[] codes) {
        int left = number;
        for (int key = highest.length - 1; key > 0; key--) {
            if (dense) {
                codes[key] = 1 + left % highest[key];
                left /= highest[key];
            } else {
                long pair = pairs[key].valueOf(left);
                codes[key] = (int) pair;
                left = (int) (pair >>> Integer.SIZE);
            }
        }
        if (highest.length > 0) {
            codes[0] = dense ? 1 + left : (int) pairs[0].valueOf(left);
        }
    }
}
