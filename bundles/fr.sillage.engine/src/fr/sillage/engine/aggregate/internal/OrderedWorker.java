package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.join.internal.OneJoin;
import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.measure.internal.MeasureTaker;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts rows and persons of chunks that hold whole persons: a mark for each region, bearing the person seen there last,
 * tells who is new.
 */
final class OrderedWorker implements Parallel.Worker {
    private final OrderedChunks table;
    private final CellList list;
    private final MeasureTaker measures;
    private final List<Contributions> contributions;

    /** Of each row, from 1; 0 where nobody is named. */
    private final int[] personOf;

    /** Persons of the chunk with the cells in which they are seen first. */
    private int[] newPersons;

    private int[] newCells;

    private final int[][] groupOf;
    private final long[] rows;
    private final long[] alone;
    private final int[][] seen;
    private final long[][] persons;
    private final PersonTally missing;
    private final PersonTally excluded;

    /** @param join how rows are joined, where they are with one other slot */
    OrderedWorker(ScanPlan plan, Optional<OneJoin> join, OrderedChunks table, List<Family> families) {
        this.table = table;
        this.personOf = new int[table.mostRows()];
        this.missing = new PersonTally(table, personOf);
        this.excluded = new PersonTally(table, personOf);
        this.list = new CellList(plan, join, missing, excluded);
        this.rows = new long[plan.numbers().size()];
        this.alone = new long[rows.length];
        this.measures = new MeasureTaker(plan.measured(), rows.length, personOf.length);
        this.contributions = Stream.generate(() -> new Contributions(families))
                .limit(plan.measured().size())
                .toList();
        this.newPersons = new int[personOf.length];
        this.newCells = new int[personOf.length];
        this.groupOf = families.stream().map(Family::groupOf).toArray(int[][]::new);
        this.seen = families.stream().map(family -> new int[family.size()]).toArray(int[][]::new);
        this.persons = families.stream().map(family -> new long[family.size()]).toArray(long[][]::new);
    }

    @Override
    public void work(int chunk) {
        table.fillPersons(chunk, personOf);
        list.load(chunk);
        count(list.rows(), list.cells(), list.size());
        if (!contributions.isEmpty()) {
            measures.load(chunk);
            measure(list.rows(), list.cells(), list.size());
        }
    }

    private void count(int[] rowAt, int[] cellAt, int size) {
        int[] seenCells = seen[0];
        long[] personsOfCells = persons[0];
        int fresh = 0;
        if (newCells.length < size) {
            newCells = new int[cellAt.length];
            newPersons = new int[cellAt.length];
        }
        for (int i = 0; i < size; i++) {
            int cell = cellAt[i];
            int person = personOf[rowAt[i]];
            rows[cell]++;
            if (person == 0) {
                alone[cell]++;
            } else if (seenCells[cell] != person) {
                seenCells[cell] = person;
                personsOfCells[cell]++;
                newPersons[fresh] = person;
                newCells[fresh++] = cell;
            }
        }
        for (int family = 1; family < seen.length; family++) {
            countMargins(groupOf[family], seen[family], persons[family], fresh);
        }
    }

    /** Who is in no cell for the first time is in no margin for the first time. */
    private void countMargins(int[] groups, int[] seenGroups, long[] personsOfGroups, int fresh) {
        for (int i = 0; i < fresh; i++) {
            int group = groups[newCells[i]];
            int person = newPersons[i];
            if (seenGroups[group] != person) {
                seenGroups[group] = person;
                personsOfGroups[group]++;
            }
        }
    }

    private void measure(int[] rowAt, int[] cellAt, int size) {
        measures.add(rowAt, cellAt, size, personOf);
        for (int column = 0; column < contributions.size(); column++) {
            contributions.get(column).add(rowAt, cellAt, size, personOf, measures.values()[column]);
        }
    }

    /** Rows by the cell's number. */
    long[] rows() {
        return rows;
    }

    /** Rows that name nobody, by the cell's number. */
    long[] alone() {
        return alone;
    }

    /** Persons who are named, of each region of a family. */
    long[] persons(int family) {
        return persons[family];
    }

    /** Once all chunks are counted; to be called once. */
    MeasureTaker measures() {
        measures.finish();
        return measures;
    }

    /** To a measured column; once all chunks are counted. */
    Contributions contributions(int column) {
        contributions.get(column).finish();
        return contributions.get(column);
    }

    Counted.Outside missing() {
        return missing.all();
    }

    Counted.Outside excluded() {
        return excluded.all();
    }
}
