package fr.sillage.engine.query.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts the rows of chunks cell by cell and collects who stands behind them. Of several passes over the same chunks
 * the first one counts rows; each collects the persons of some parts.
 */
final class ScanWorker implements Parallel.Worker {
    /** What all workers of a scan read. */
    record Plan(
            TableChunks table,
            RowSet taken,
            List<ColumnCodes> keys,
            Optional<ColumnCodes> subject,
            CellNumbers numbers) {}

    private final Plan plan;
    private final boolean counts;
    private final Optional<PersonParts> parts;
    private final LeftOut missing = new LeftOut();
    private final LeftOut excluded = new LeftOut();

    private final int[][] codes;
    private final int[] cells;
    private final int[] persons;
    private long[] rows;
    private long[] alone;

    /**
     * @param counts whether rows are counted too
     * @param parts where persons go; empty where no column names them
     */
    ScanWorker(Plan plan, boolean counts, Optional<PersonParts> parts) {
        this.plan = plan;
        this.counts = counts;
        this.parts = parts;
        int size = plan.table().chunks() == 0 ? 0 : plan.table().rows(0);
        this.codes = new int[plan.keys().size()][size];
        this.cells = new int[size];
        this.persons = new int[size];
        this.rows = new long[plan.numbers().size()];
        this.alone = new long[plan.subject().isPresent() ? rows.length : 0];
    }

    @Override
    public void work(int chunk) {
        int size = plan.table().rows(chunk);
        long[] taken = plan.taken().of(chunk);
        long[] counted = taken.clone();
        for (int key = 0; key < codes.length; key++) {
            if (plan.keys().get(key).fill(chunk, codes[key])) {
                removeMissing(codes[key], size, counted);
            }
        }
        plan.numbers().fill(codes, counted, size, cells);
        plan.subject().ifPresent(subject -> subject.fill(chunk, persons));
        grow();
        if (counts) {
            countRows(counted);
            countLeftOut(taken, counted, size);
        }
        parts.ifPresent(p -> collect(counted, p));
    }

    private static void removeMissing(int[] codes, int size, long[] counted) {
        for (int row = 0; row < size; row++) {
            if (codes[row] == 0) {
                counted[row >>> 6] &= ~(1L << row);
            }
        }
    }

    private void grow() {
        int size = plan.numbers().size();
        if (size > rows.length) {
            int length = Math.max(size, 2 * rows.length);
            rows = Arrays.copyOf(rows, length);
            alone = Arrays.copyOf(alone, plan.subject().isPresent() ? length : 0);
        }
    }

    private void countRows(long[] counted) {
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

    private void countLeftOut(long[] taken, long[] counted, int size) {
        for (int word = 0; word < counted.length; word++) {
            long out = ~counted[word];
            if (out == 0) {
                continue;
            }
            int first = word << 6;
            for (; out != 0; out &= out - 1) {
                int row = first + Long.numberOfTrailingZeros(out);
                if (row >= size) {
                    return;
                }
                (Bits.get(taken, row) ? missing : excluded).add(persons[row]);
            }
        }
    }

    private void collect(long[] counted, PersonParts into) {
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long left = counted[word]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                int person = persons[row];
                if (person != 0) {
                    into.add(person, cells[row]);
                } else if (counts) {
                    alone[cells[row]]++;
                }
            }
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

    PersonParts parts() {
        return parts.orElseThrow();
    }

    LeftOut missing() {
        return missing;
    }

    LeftOut excluded() {
        return excluded;
    }
}
