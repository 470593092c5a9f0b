package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.measure.internal.MeasureTaker;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.scan.internal.PersonParts;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Counts the rows of chunks cell by cell and collects who stands behind them. Of several passes over the same chunks
 * the first one counts rows; each collects the persons of some parts.
 */
final class ScanWorker implements Parallel.Worker {
    private final ScanPlan plan;
    private final TableChunks table;
    private final boolean counts;
    private final Optional<PersonParts> persons;
    private final LeftOut missing = new LeftOut();
    private final LeftOut excluded = new LeftOut();

    private final RowCells rowCells;
    private final MeasureTaker measures;
    private final int[] personOf;
    private long[] rows;
    private long[] alone;

    /**
     * @param counts whether rows are counted too
     * @param persons where persons go; empty where no column names them
     */
    ScanWorker(ScanPlan plan, boolean counts, Optional<PersonParts> persons) {
        this.plan = plan;
        this.table = plan.rows().table();
        this.counts = counts;
        this.persons = persons;
        int size = table.mostRows();
        this.rowCells = new RowCells(plan);
        this.personOf = new int[size];
        this.rows = new long[plan.numbers().size()];
        this.alone = new long[plan.subject().isPresent() ? rows.length : 0];
        this.measures = new MeasureTaker(plan.measured(), rows.length, size);
    }

    @Override
    public void work(int chunk) {
        plan.subject().ifPresent(subject -> subject.fill(chunk, personOf));
        rowCells.load(chunk);
        measures.load(chunk);
        if (plan.isPlain()) {
            plain();
        } else {
            for (int row = 0; row < table.rows(chunk); row++) {
                explode(row);
            }
        }
    }

    private void plain() {
        grow();
        if (counts) {
            countRows();
            countLeftOut();
            if (!plan.measured().isEmpty()) {
                rowCells.each((row, cell) -> measures.add(row, cell, personOf[row] == 0));
            }
        }
        persons.ifPresent(this::collect);
    }

    private void grow() {
        int size = plan.numbers().size();
        if (size > rows.length) {
            rowCells.requireFewCells();
            int length = Math.max(size, 2 * rows.length);
            rows = Arrays.copyOf(rows, length);
            alone = Arrays.copyOf(alone, plan.subject().isPresent() ? length : 0);
            measures.grow(length);
        }
    }

    private void countRows() {
        long[] counted = rowCells.counted();
        int[] cells = rowCells.cells();
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            if (counted[word] == -1) {
                for (int row = first; row < first + Long.SIZE; row++) {
                    rows[cells[row]]++;
                }
            } else {
                for (long left = counted[word]; left != 0; left &= left - 1) {
                    rows[cells[first + Long.numberOfTrailingZeros(left)]]++;
                }
            }
        }
    }

    private void countLeftOut() {
        long[] counted = rowCells.counted();
        long[] taken = rowCells.taken();
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long out = ~counted[word]; out != 0; out &= out - 1) {
                int row = first + Long.numberOfTrailingZeros(out);
                if (row >= rowCells.size()) {
                    return;
                }
                (Bits.get(taken, row) ? missing : excluded).add(personOf[row]);
            }
        }
    }

    private void collect(PersonParts into) {
        long[] counted = rowCells.counted();
        int[] cells = rowCells.cells();
        double[][] values = measures.values();
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long left = counted[word]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                int person = personOf[row];
                if (person != 0) {
                    into.add(person, cells[row], values, row);
                } else if (counts) {
                    alone[cells[row]]++;
                }
            }
        }
    }

    private void explode(int row) {
        boolean any = Bits.get(rowCells.taken(), row)
                && rowCells.explode(row, this::put, r -> {
                    if (counts) {
                        missing.add(personOf[r]);
                    }
                });
        if (counts && !any) {
            excluded.add(personOf[row]);
        }
    }

    private void put(int row, int cell) {
        grow();
        int person = personOf[row];
        if (counts) {
            rows[cell]++;
            measures.add(row, cell, person == 0);
        }
        if (person != 0) {
            persons.ifPresent(parts -> parts.add(person, cell, measures.values(), row));
        } else if (counts && alone.length > 0) {
            alone[cell]++;
        }
    }

    /** Rows by the cell's number. */
    long[] rows() {
        return rows;
    }

    /** Rows that name nobody, by the cell's number; without any where no column names persons. */
    long[] alone() {
        return alone;
    }

    /** Once all chunks are counted; to be called once. */
    MeasureTaker measures() {
        measures.finish();
        return measures;
    }

    PersonParts persons() {
        return persons.orElseThrow();
    }

    LeftOut missing() {
        return missing;
    }

    LeftOut excluded() {
        return excluded;
    }
}
