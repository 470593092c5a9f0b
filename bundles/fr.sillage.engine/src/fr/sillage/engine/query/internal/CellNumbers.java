package fr.sillage.engine.query.internal;

/** Numbers the combinations of some keys' codes from 0: all of them where they are few, else those that occur. */
final class CellNumbers {
    /** Most combinations that are counted in an array of all. */
    static final long MOST_DENSE = 4_000_000;

    private final int[] sizes;
    private final boolean dense;
    private final int all;

    /** Without room for all: from the second key on, numbers the pairs of the number so far and the next code. */
    private final LongCodes[] pairs;

    /** @param sizes how many codes each key has */
    CellNumbers(int[] sizes) {
        this.sizes = sizes.clone();
        long product = 1;
        for (int size : sizes) {
            product = Math.min(product * size, MOST_DENSE + 1);
        }
        this.dense = product <= MOST_DENSE;
        this.all = (int) product;
        this.pairs = new LongCodes[sizes.length];
        for (int key = 1; key < sizes.length && !dense; key++) {
            pairs[key] = new LongCodes();
        }
    }

    boolean isDense() {
        return dense;
    }

    /** How many numbers there are so far. */
    int size() {
        if (dense) {
            return all;
        }
        return sizes.length == 1 ? sizes[0] : pairs[sizes.length - 1].size();
    }

    /** @param codes one for each key, none missing */
    int numberOf(int[] codes) {
        int number = 0;
        for (int key = 0; key < sizes.length; key++) {
            if (dense || key == 0) {
                number = number * sizes[key] + codes[key];
            } else {
                number = pairs[key].codeOf((long) number << Integer.SIZE | codes[key]);
            }
        }
        return number;
    }

    /** Puts the codes of a number into {@code codes}. */
    void codes(int number, int[] codes) {
        int left = number;
        for (int key = sizes.length - 1; key > 0; key--) {
            if (dense) {
                codes[key] = left % sizes[key];
                left /= sizes[key];
            } else {
                long pair = pairs[key].valueOf(left);
                codes[key] = (int) pair;
                left = (int) (pair >>> Integer.SIZE);
            }
        }
        if (sizes.length > 0) {
            codes[0] = left;
        }
    }
}
