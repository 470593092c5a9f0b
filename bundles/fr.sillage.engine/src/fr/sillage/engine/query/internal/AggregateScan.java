package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.engine.TableReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Answers one {@link Query.Aggregate}: learns what categories there are where the table does not know, counts cell by
 * cell in one pass over the chunks, and derives margins and total from the cells. Used once.
 */
public final class AggregateScan {
    private final Query.Aggregate query;
    private final TableReader reader;
    private final RowSet taken;
    private final List<ColumnCodes> keys;
    private final Optional<ColumnCodes> subject;
    private final JobControl job;

    /**
     * @param columns where a column stands in the table
     * @param subject column that names the person, if there is one
     */
    public AggregateScan(
            Query.Aggregate query,
            TableReader reader,
            ToIntFunction<FieldRef> columns,
            OptionalInt subject,
            JobControl job) {
        this.query = query;
        this.reader = reader;
        this.taken = new Filters(reader, columns).rows(query.filter());
        this.keys = query.by().stream()
                .map(key -> Keys.codes(key, reader, columns.applyAsInt(key.field())))
                .toList();
        this.subject =
                subject.isPresent() ? Optional.of(Keys.plain(reader, subject.getAsInt(), false)) : Optional.empty();
        this.job = job;
    }

    public Cells count() {
        List<ColumnCodes> unknown = Stream.concat(keys.stream(), subject.stream())
                .filter(column -> !column.known())
                .toList();
        for (int pass = 0; pass < unknown.size(); pass++) {
            for (int chunk = 0; chunk < reader.chunks(); chunk++) {
                step(pass, unknown.size() + 1, chunk);
                unknown.get(pass).learn(chunk);
            }
        }
        int[] sizes = keys.stream().mapToInt(ColumnCodes::size).toArray();
        CellNumbers numbers = new CellNumbers(sizes);
        Tally cells = numbers.isDense() ? Tally.of(numbers.size(), persons()) : Tally.growing();
        Tally missing = Tally.of(1, persons());
        Tally excluded = Tally.of(1, persons());
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            step(unknown.size(), unknown.size() + 1, chunk);
            scan(chunk, numbers, cells, missing, excluded);
        }
        Cells answer = answer(sizes, numbers, cells, missing, excluded);
        job.progress(1);
        return answer;
    }

    private void step(int pass, int passes, int chunk) {
        job.check();
        job.progress((pass + (double) chunk / reader.chunks()) / passes);
    }

    private void scan(int chunk, CellNumbers numbers, Tally cells, Tally missing, Tally excluded) {
        long[] rows = taken.of(chunk);
        int[][] byKey = new int[keys.size()][];
        for (int key = 0; key < byKey.length; key++) {
            byKey[key] = keys.get(key).codes(chunk);
        }
        int[] persons = subject.isPresent() ? subject.get().codes(chunk) : nobody(reader.rows(chunk));
        int[] codes = new int[byKey.length];
        for (int row = 0; row < persons.length; row++) {
            if ((rows[row >>> 6] & 1L << row) == 0) {
                excluded.add(0, persons[row]);
            } else if (put(byKey, row, codes)) {
                cells.add(numbers.numberOf(codes), persons[row]);
            } else {
                missing.add(0, persons[row]);
            }
        }
    }

    /** Puts the row's codes into {@code codes}; false where one is missing. */
    private static boolean put(int[][] byKey, int row, int[] codes) {
        for (int key = 0; key < codes.length; key++) {
            codes[key] = byKey[key][row];
            if (codes[key] < 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] nobody(int rows) {
        int[] persons = new int[rows];
        Arrays.fill(persons, Tally.NOBODY);
        return persons;
    }

    private Cells answer(int[] sizes, CellNumbers numbers, Tally cells, Tally missing, Tally excluded) {
        RegionCells found = new RegionCells(keys, sizes, numbers, cells, persons(), job);
        return new Cells(
                query.by(),
                query.unit(),
                found.labels(),
                found.cells(),
                subject.isPresent(),
                cell(Region.MISSING, missing),
                cell(Region.EXCLUDED, excluded));
    }

    private Cell cell(int code, Tally tally) {
        return new Cell(new Region(Collections.nCopies(keys.size(), code)), tally.rows(0), tally.persons()[0]);
    }

    private int persons() {
        return subject.map(ColumnCodes::size).orElse(0);
    }
}
