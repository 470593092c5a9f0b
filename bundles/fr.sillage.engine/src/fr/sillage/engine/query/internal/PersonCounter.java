package fr.sillage.engine.query.internal;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the distinct persons of each cell and margin, part by part: sorts a part's pairs by person, so that a mark for
 * each region, bearing the person seen there last, tells who is new.
 */
final class PersonCounter implements Parallel.Worker {
    private final int bits;
    private final int from;
    private final List<PersonParts> collected;
    private final FilledCells filled;

    private final long[][] persons;
    private final int[][] seen;

    private long[] pairs = {};
    private int[] starts = {};
    private int[] cells = {};

    /**
     * @param bits the last bits of a person's number tell the part
     * @param from the first part that was collected
     */
    PersonCounter(int bits, int from, List<PersonParts> collected, FilledCells filled) {
        this.bits = bits;
        this.from = from;
        this.collected = collected;
        this.filled = filled;
        int families = filled.families().size();
        this.persons = new long[families][];
        this.seen = new int[families][];
        for (int family = 0; family < families; family++) {
            persons[family] = new long[filled.families().get(family).size()];
            seen[family] = new int[persons[family].length]; // person 0 is nobody
        }
    }

    @Override
    public void work(int part) {
        int size = 0;
        for (PersonParts parts : collected) {
            size += parts.size(part);
        }
        if (pairs.length < size) {
            pairs = new long[size + size / 4];
            cells = new int[pairs.length];
        }
        int end = 0;
        for (PersonParts parts : collected) {
            end = parts.copyTo(part, pairs, end);
            parts.drop(part);
        }
        int most = sortByPerson(size);
        for (int local = 0; local <= most; local++) {
            count(local << bits | from + part, local == 0 ? 0 : starts[local - 1], starts[local]);
        }
    }

    /**
     * Puts the cells of all pairs into {@link #cells}, person after person, and where each person's end into
     * {@link #starts}.
     *
     * @return the highest number of a person, -1 where there is none
     */
    private int sortByPerson(int size) {
        int most = -1;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, (int) (pairs[i] >>> Integer.SIZE));
        }
        if (starts.length < most + 2) {
            starts = new int[most + 2 + most / 4];
        }
        Arrays.fill(starts, 0, most + 2, 0);
        for (int i = 0; i < size; i++) {
            starts[(int) (pairs[i] >>> Integer.SIZE) + 1]++;
        }
        for (int person = 1; person <= most; person++) {
            starts[person] += starts[person - 1];
        }
        int[] cellOf = filled.cellOf();
        for (int i = 0; i < size; i++) {
            cells[starts[(int) (pairs[i] >>> Integer.SIZE)]++] = cellOf[(int) pairs[i]];
        }
        return most;
    }

    private void count(int person, int start, int end) {
        int[] seenCells = seen[0];
        long[] personsOfCells = persons[0];
        for (int i = start; i < end; i++) {
            int cell = cells[i];
            if (seenCells[cell] != person) {
                seenCells[cell] = person;
                personsOfCells[cell]++;
                countMargins(person, cell);
            }
        }
    }

    private void countMargins(int person, int cell) {
        for (int family = 1; family < seen.length; family++) {
            int group = filled.families().get(family).groupOf()[cell];
            if (seen[family][group] != person) {
                seen[family][group] = person;
                persons[family][group]++;
            }
        }
    }

    /** Of each region of a family. */
    long[] persons(int family) {
        return persons[family];
    }
}
