package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.scan.internal.PersonParts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    private final List<Contributions> contributions;

    private long[] pairs = {};
    private double[][] values;
    private int[] starts = {};
    private int[] cells = {};
    private double[][] sortedValues;

    /**
     * @param bits the last bits of a person's number tell the part
     * @param from the first part that was collected
     * @param measured how many columns are measured
     */
    PersonCounter(int bits, int from, List<PersonParts> collected, FilledCells filled, int measured) {
        this.bits = bits;
        this.from = from;
        this.collected = collected;
        this.filled = filled;
        this.values = new double[measured][0];
        this.sortedValues = new double[measured][0];
        this.contributions = Stream.generate(() -> new Contributions(filled.families()))
                .limit(measured)
                .toList();
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
            values = new double[values.length][pairs.length];
            sortedValues = new double[values.length][pairs.length];
        }
        int end = 0;
        for (PersonParts parts : collected) {
            end = parts.copyTo(part, pairs, values, end);
            parts.drop(part);
        }
        int most = sortByPerson(size);
        for (int local = 0; local <= most; local++) {
            int person = local << bits | from + part;
            int start = local == 0 ? 0 : starts[local - 1];
            count(person, start, starts[local]);
            for (int i = 0; i < contributions.size(); i++) {
                contribute(person, start, starts[local], sortedValues[i], contributions.get(i));
            }
        }
    }

    /**
     * Puts the cells of all pairs into {@link #cells} and their values beside, person after person, and where each person's end into
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
            int place = starts[(int) (pairs[i] >>> Integer.SIZE)]++;
            cells[place] = cellOf[(int) pairs[i]];
            for (int column = 0; column < values.length; column++) {
                sortedValues[column][place] = values[column][i];
            }
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

    private void contribute(int person, int start, int end, double[] ofColumn, Contributions to) {
        for (int i = start; i < end; i++) {
            to.add(person, cells[i], ofColumn[i]);
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

    /** To a measured column. */
    Contributions contributions(int column) {
        contributions.get(column).finish();
        return contributions.get(column);
    }
}
