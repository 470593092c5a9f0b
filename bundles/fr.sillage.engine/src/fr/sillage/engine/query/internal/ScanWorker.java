package fr.sillage.engine.query.internal;

import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.Optional;

/**
 * Counts the rows of chunks cell by cell and collects who stands behind them. Of several passes over the same chunks
 * the first one counts rows; each collects the persons of some parts.
 */
final class ScanWorker implements Parallel.Worker {
    /**
     * What all workers of a scan read.
     *
     * @param rows what is counted
     * @param subject the column that names the person, if there is one
     * @param numbers numbers the cells
     * @param keys how many keys there are
     * @param overlap whether a row may be in several cells
     * @param nobody no person's number is above; counts only where rows overlap
     */
    record Plan(
            SlotRows rows, Optional<ColumnCodes> subject, CellNumbers numbers, int keys, boolean overlap, int nobody) {
        /** Whether each row is in one cell at the most, by the codes of all keys in their order. */
        boolean isPlain() {
            return rows.explosions().isEmpty();
        }
    }

    private final Plan plan;
    private final TableChunks table;
    private final boolean counts;
    private final Optional<PersonParts> persons;
    private final Optional<PersonParts> repeated;
    private final LeftOut missing = new LeftOut();
    private final LeftOut excluded = new LeftOut();

    private final int[][] codes;
    private final int[] cells;
    private final int[] personOf;
    private final Optional<Combinations> combinations;
    private long[] rows;
    private long[] alone;

    /**
     * @param counts whether rows are counted too
     * @param persons where persons go; empty where no column names them
     * @param repeated where rows go that are in several cells, each under a number of its own; empty where none can be
     */
    ScanWorker(Plan plan, boolean counts, Optional<PersonParts> persons, Optional<PersonParts> repeated) {
        this.plan = plan;
        this.table = plan.rows().table();
        this.counts = counts;
        this.persons = persons;
        this.repeated = repeated;
        int size = table.chunks() == 0 ? 0 : table.rows(0);
        this.codes = new int[plan.rows().plain().size()][plan.isPlain() ? size : 0];
        this.cells = new int[plan.isPlain() ? size : 0];
        this.personOf = new int[size];
        this.combinations = plan.isPlain() ? Optional.empty() : Optional.of(new Combinations(plan.rows(), plan.keys()));
        this.rows = new long[plan.numbers().size()];
        this.alone = new long[plan.subject().isPresent() ? rows.length : 0];
    }

    @Override
    public void work(int chunk) {
        long[] taken = plan.rows().taken().of(chunk);
        plan.subject().ifPresent(subject -> subject.fill(chunk, personOf));
        if (combinations.isPresent()) {
            combinations.get().load(chunk);
            for (int row = 0; row < table.rows(chunk); row++) {
                explode(chunk, row, Bits.get(taken, row), combinations.get());
            }
        } else {
            plain(chunk, taken);
        }
    }

    private void plain(int chunk, long[] taken) {
        int size = table.rows(chunk);
        long[] counted = taken.clone();
        for (int key = 0; key < codes.length; key++) {
            if (plan.rows().plain().get(key).fill(chunk, codes[key])) {
                removeMissing(codes[key], size, counted);
            }
        }
        plan.numbers().fill(codes, counted, size, cells);
        grow();
        if (counts) {
            countRows(counted);
            countLeftOut(taken, counted, size);
        }
        persons.ifPresent(p -> collect(counted, p));
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
            if (size > TooManyCellsException.MOST) {
                throw new TooManyCellsException();
            }
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
            int first = word << 6;
            for (long out = ~counted[word]; out != 0; out &= out - 1) {
                int row = first + Long.numberOfTrailingZeros(out);
                if (row >= size) {
                    return;
                }
                (Bits.get(taken, row) ? missing : excluded).add(personOf[row]);
            }
        }
    }

    private void collect(long[] counted, PersonParts into) {
        for (int word = 0; word < counted.length; word++) {
            int first = word << 6;
            for (long left = counted[word]; left != 0; left &= left - 1) {
                int row = first + Long.numberOfTrailingZeros(left);
                int person = personOf[row];
                if (person != 0) {
                    into.add(person, cells[row]);
                } else if (counts) {
                    alone[cells[row]]++;
                }
            }
        }
    }

    private void explode(int chunk, int row, boolean taken, Combinations all) {
        int person = personOf[row];
        int number = chunk * table.rows(0) + row + 1;
        boolean[] lacks = {false};
        boolean any = taken
                && all.each(row, found -> {
                    for (int code : found) {
                        if (code == 0) {
                            if (counts && !(plan.overlap() && lacks[0])) {
                                missing.add(person);
                            }
                            lacks[0] = true;
                            return;
                        }
                    }
                    put(plan.numbers().numberOf(found), person, number);
                });
        if (counts && !any) {
            excluded.add(person);
        }
    }

    private void put(int cell, int person, int number) {
        grow();
        if (counts) {
            rows[cell]++;
        }
        repeated.ifPresent(parts -> parts.add(number, cell));
        if (person != 0) {
            persons.ifPresent(parts -> parts.add(person, cell));
        } else if (plan.overlap()) {
            persons.ifPresent(parts -> parts.add(plan.nobody() + number, cell));
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

    PersonParts persons() {
        return persons.orElseThrow();
    }

    /** Rows that are in several cells, as if they were persons. */
    PersonParts repeated() {
        return repeated.orElseThrow();
    }

    LeftOut missing() {
        return missing;
    }

    LeftOut excluded() {
        return excluded;
    }
}
