package fr.sillage.engine.cell.internal;

import fr.sillage.engine.key.internal.LongCodes;
import java.util.Arrays;

/**
 * Cells, margins or the total: the groups that the cells make up when only some keys are kept apart.
 *
 * @param kept positions of these keys
 * @param groupOf for each cell its group
 * @param codes for each group the codes of the kept keys
 */
public record Family(int[] kept, int[] groupOf, int[][] codes) {
    /**
     * @param codes for each cell the codes of all keys
     * @param highest the highest code of each key
     */
    public static Family of(int[] kept, int[][] codes, int[] highest) {
        CellNumbers numbers =
                new CellNumbers(Arrays.stream(kept).map(key -> highest[key]).toArray());
        LongCodes groups = new LongCodes();
        int[] groupOf = new int[codes.length];
        int[] keptCodes = new int[kept.length];
        for (int cell = 0; cell < codes.length; cell++) {
            for (int i = 0; i < kept.length; i++) {
                keptCodes[i] = codes[cell][kept[i]];
            }
            groupOf[cell] = groups.codeOf(numbers.numberOf(keptCodes));
        }
        int[][] groupCodes = new int[groups.size()][kept.length];
        for (int group = 0; group < groupCodes.length; group++) {
            numbers.codes((int) groups.valueOf(group), groupCodes[group]);
        }
        return new Family(kept, groupOf, groupCodes);
    }

    public int size() {
        return codes.length;
    }

    /** Adds the cells' numbers up. */
    public long[] sums(long[] ofCells) {
        long[] sums = new long[size()];
        for (int cell = 0; cell < groupOf.length; cell++) {
            sums[groupOf[cell]] += ofCells[cell];
        }
        return sums;
    }
}
