package fr.sillage.engine.join.internal;

import fr.sillage.engine.key.internal.LongCodes;

/** Gives each different tuple of codes a number from 0, in order of appearance. */
final class Tuples {
    private final int width;

    /** Numbers the pairs of the number so far and the next code. */
    private final LongCodes[] pairs;

    Tuples(int width) {
        this.width = width;
        this.pairs = new LongCodes[width];
        for (int i = 0; i < width; i++) {
            pairs[i] = new LongCodes();
        }
    }

    int numberOf(int[] tuple) {
        int number = 0;
        for (int i = 0; i < width; i++) {
            number = pairs[i].codeOf((long) number << Integer.SIZE | tuple[i]);
        }
        return number;
    }

    int[][] all() {
        int[][] all = new int[width == 0 ? 1 : pairs[width - 1].size()][width];
        for (int number = 0; number < all.length; number++) {
            int left = number;
            for (int i = width - 1; i >= 0; i--) {
                long pair = pairs[i].valueOf(left);
                all[number][i] = (int) pair;
                left = (int) (pair >>> Integer.SIZE);
            }
        }
        return all;
    }
}
