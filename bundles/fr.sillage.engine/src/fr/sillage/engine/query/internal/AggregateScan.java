package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Counts by keys: learns what categories there are where the table does not know, counts cell by
 * cell in one pass over the chunks, and derives margins and total from the cells. Used once.
 */
public final class AggregateScan {
    private final List<Key> by;
    private final Unit unit;
    private final TableReader reader;
    private final RowSet taken;
    private final List<ColumnCodes> keys;
    private final Optional<ColumnCodes> subject;
    private final JobControl job;

    private AggregateScan(
            List<Key> by,
            Unit unit,
            TableReader reader,
            RowSet taken,
            List<ColumnCodes> keys,
            OptionalInt subject,
            JobControl job) {
        this.by = by;
        this.unit = unit;
        this.reader = reader;
        this.taken = taken;
        this.keys = keys;
        this.subject =
                subject.isPresent() ? Optional.of(Keys.plain(reader, subject.getAsInt(), false)) : Optional.empty();
        this.job = job;
    }

    /**
     * @param columns where a column stands in the table
     * @param subject column that names the person, if there is one
     */
    public static AggregateScan of(
            Query.Aggregate query,
            TableReader reader,
            ToIntFunction<FieldRef> columns,
            OptionalInt subject,
            JobControl job) {
        RowSet taken = new Filters(reader, columns).rows(query.filter());
        return new AggregateScan(
                query.by(), query.unit(), reader, taken, codes(query.by(), reader, columns), subject, job);
    }

    /** By the keys and, as a last one, by which of the groups a row is in; rows that are in none are left out. */
    public static AggregateScan overlaps(
            String slot,
            List<? extends Key> by,
            List<Filter> groups,
            TableReader reader,
            ToIntFunction<FieldRef> columns,
            OptionalInt subject,
            JobControl job) {
        if (groups.size() > MembershipCodes.MOST_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " groups");
        }
        Filters filters = new Filters(reader, columns);
        List<Key> all = new ArrayList<>(by);
        all.add(new FieldRef(slot, ""));
        List<ColumnCodes> codes = new ArrayList<>(codes(by, reader, columns));
        codes.add(new MembershipCodes(groups.stream().map(filters::rows).toList(), reader::rows));
        return new AggregateScan(all, Unit.ROW, reader, filters.rows(new Filter.Or(groups)), codes, subject, job);
    }

    private static List<ColumnCodes> codes(
            List<? extends Key> by, TableReader reader, ToIntFunction<FieldRef> columns) {
        return by.stream()
                .map(key -> Keys.codes(key, reader, columns.applyAsInt(key.field())))
                .toList();
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
                by,
                unit,
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
