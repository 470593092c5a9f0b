package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;

/**
 * One family of margins: the cells added up over the keys that it spans.
 *
 * @param kept positions of the keys that it does not span
 * @param numbers numbers its groups
 * @param tally counts them
 */
record Margins(int[] kept, CellNumbers numbers, Tally tally) {
    private static final int STEPS_BETWEEN_CHECKS = 1 << 16;

    /**
     * @param sizes how many codes each key has
     * @param persons how many persons are known by number
     */
    static Margins of(int[] kept, int[] sizes, CellNumbers cellNumbers, Tally cells, int persons, JobControl job) {
        int[] keptSizes = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptSizes[i] = sizes[kept[i]];
        }
        CellNumbers numbers = new CellNumbers(keptSizes);
        int[] groups = groups(kept, sizes.length, cellNumbers, cells, numbers, job);
        Tally tally = Tally.of(numbers.size(), persons);
        for (int cell = 0; cell < groups.length; cell++) {
            if (cells.rows(cell) > 0) {
                tally.addRows(groups[cell], cells, cell);
            }
        }
        cells.forEachPerson(job, (cell, person) -> tally.addPerson(groups[cell], person));
        return new Margins(kept, numbers, tally);
    }

    /** For each cell that is not empty the number of the group that it belongs to. */
    private static int[] groups(
            int[] kept, int keys, CellNumbers cellNumbers, Tally cells, CellNumbers numbers, JobControl job) {
        int[] groups = new int[cellNumbers.size()];
        int[] codes = new int[keys];
        int[] keptCodes = new int[kept.length];
        for (int cell = 0; cell < groups.length; cell++) {
            if (cell % STEPS_BETWEEN_CHECKS == 0) {
                job.check();
            }
            if (cells.rows(cell) > 0) {
                cellNumbers.codes(cell, codes);
                for (int i = 0; i < kept.length; i++) {
                    keptCodes[i] = codes[kept[i]];
                }
                groups[cell] = numbers.numberOf(keptCodes);
            }
        }
        return groups;
    }
}
