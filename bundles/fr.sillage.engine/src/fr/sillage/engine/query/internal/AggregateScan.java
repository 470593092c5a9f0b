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
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/**
 * Counts by keys: learns what categories there are where the table does not know, counts the rows
 * of each cell, and then, part by part of all persons, who is in which cell and margin. Used once.
 */
public final class AggregateScan {
    /** Share of the progress that one scan over the chunks makes; the rest is counting persons. */
    private static final double SCAN = 0.6;

    private final List<Key> by;
    private final Unit unit;
    private final ScanWorker.Plan plan;
    private final int[] highest;
    private final PersonPasses passes;
    private final JobControl job;

    private AggregateScan(
            List<Key> by,
            Unit unit,
            TableChunks table,
            RowSet taken,
            List<ColumnCodes> keys,
            OptionalInt subject,
            long memory,
            JobControl job) {
        this.by = by;
        this.unit = unit;
        this.job = job;
        Optional<ColumnCodes> persons =
                subject.isPresent() ? Optional.of(Keys.persons(table, subject.getAsInt())) : Optional.empty();
        keys.forEach(key -> key.prepare(job));
        persons.ifPresent(column -> column.prepare(job));
        this.highest = keys.stream().mapToInt(ColumnCodes::highest).toArray();
        this.plan = new ScanWorker.Plan(table, taken, keys, persons, new CellNumbers(highest));
        this.passes = PersonPasses.of(table.table().rows(), memory);
    }

    /**
     * @param columns where a column stands in the table
     * @param subject column that names the person, if there is one
     * @param memory bytes that may be used for who is in which cell
     */
    public static AggregateScan of(
            Query.Aggregate query,
            TableChunks table,
            ToIntFunction<FieldRef> columns,
            OptionalInt subject,
            long memory,
            JobControl job) {
        RowSet taken = new Filters(table, columns).rows(query.filter());
        return new AggregateScan(
                query.by(), query.unit(), table, taken, codes(query.by(), table, columns), subject, memory, job);
    }

    /** By the keys and, as a last one, by which of the groups a row is in; rows that are in none are left out. */
    public static AggregateScan overlaps(
            String slot,
            List<? extends Key> by,
            List<Filter> groups,
            TableChunks table,
            ToIntFunction<FieldRef> columns,
            OptionalInt subject,
            long memory,
            JobControl job) {
        if (groups.size() > MembershipCodes.MOST_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " groups");
        }
        Filters filters = new Filters(table, columns);
        List<Key> all = new ArrayList<>(by);
        all.add(new FieldRef(slot, ""));
        List<ColumnCodes> codes = new ArrayList<>(codes(by, table, columns));
        codes.add(new MembershipCodes(table, groups.stream().map(filters::rows).toList()));
        return new AggregateScan(
                all, Unit.ROW, table, filters.rows(new Filter.Or(groups)), codes, subject, memory, job);
    }

    private static List<ColumnCodes> codes(List<? extends Key> by, TableChunks table, ToIntFunction<FieldRef> columns) {
        return by.stream()
                .map(key -> Keys.codes(key, table, columns.applyAsInt(key.field())))
                .toList();
    }

    public Cells count() {
        List<ScanWorker> first = scan(0);
        FilledCells filled = FilledCells.of(plan.numbers(), highest, first);
        List<long[]> persons = plan.subject().isPresent() ? persons(first, filled) : List.of();
        Cells answer = answer(first, filled, persons);
        job.progress(1);
        return answer;
    }

    private List<ScanWorker> scan(int pass) {
        int most = plan.numbers().isDense() ? Integer.MAX_VALUE : 1;
        return new Parallel(job, progress(pass, 0), progress(pass, SCAN))
                .each(plan.table().chunks(), most, () -> {
                    Optional<PersonParts> parts = plan.subject()
                            .map(s ->
                                    new PersonParts(passes.bits(), pass * passes.partsOfPass(), passes.partsOfPass()));
                    return new ScanWorker(plan, pass == 0, parts);
                });
    }

    private double progress(int pass, double share) {
        return (pass + share) / passes.passes();
    }

    /** For each family the distinct persons of its regions. */
    private List<long[]> persons(List<ScanWorker> first, FilledCells filled) {
        List<long[]> persons = new ArrayList<>();
        filled.families().forEach(family -> persons.add(family.sums(filled.alone())));
        List<ScanWorker> collected = first;
        for (int pass = 0; pass < passes.passes(); pass++) {
            if (pass > 0) {
                collected = scan(pass);
            }
            List<ScanWorker> read = collected;
            int from = pass * passes.partsOfPass();
            List<PersonCounter> counters = new Parallel(job, progress(pass, SCAN), progress(pass, 1))
                    .each(
                            passes.partsOfPass(),
                            Integer.MAX_VALUE,
                            () -> new PersonCounter(passes.bits(), from, read, filled));
            for (PersonCounter counter : counters) {
                for (int family = 0; family < persons.size(); family++) {
                    long[] sum = persons.get(family);
                    long[] more = counter.persons(family);
                    Arrays.setAll(sum, region -> sum[region] + more[region]);
                }
            }
        }
        return persons;
    }

    private Cells answer(List<ScanWorker> workers, FilledCells filled, List<long[]> persons) {
        List<Labels> labels = labels(filled);
        List<Cell> cells = new ArrayList<>();
        for (int f = 0; f < filled.families().size(); f++) {
            Family family = filled.families().get(f);
            long[] rows = family.sums(filled.rows());
            long[] distinct = persons.isEmpty() ? rows : persons.get(f);
            for (int group = 0; group < family.size(); group++) {
                cells.add(new Cell(region(family, group, labels), rows[group], distinct[group]));
            }
        }
        return new Cells(
                by,
                unit,
                labels.stream().map(Labels::texts).toList(),
                cells,
                plan.subject().isPresent(),
                leftOut(
                        Region.MISSING,
                        workers.stream().map(ScanWorker::missing).toList()),
                leftOut(
                        Region.EXCLUDED,
                        workers.stream().map(ScanWorker::excluded).toList()));
    }

    /** A category all of whose rows lack another key has no cell: nothing may be said about it. */
    private List<Labels> labels(FilledCells filled) {
        List<Labels> labels = new ArrayList<>();
        for (int key = 0; key < highest.length; key++) {
            int at = key;
            boolean[] occurs = new boolean[highest[key] + 1];
            for (int[] codes : filled.families().getFirst().codes()) {
                occurs[codes[at]] = true;
            }
            labels.add(plan.keys().get(key).labels(code -> occurs[code]));
        }
        return labels;
    }

    private Region region(Family family, int group, List<Labels> labels) {
        Integer[] codes = new Integer[highest.length];
        Arrays.fill(codes, Region.ALL);
        for (int i = 0; i < family.kept().length; i++) {
            int key = family.kept()[i];
            codes[key] = labels.get(key).places()[family.codes()[group][i]];
        }
        return new Region(Arrays.asList(codes));
    }

    private Cell leftOut(int code, List<LeftOut> parts) {
        long rows = parts.stream().mapToLong(LeftOut::rows).sum();
        return new Cell(
                new Region(Collections.nCopies(highest.length, code)),
                rows,
                plan.subject().isPresent() ? LeftOut.persons(parts) : rows);
    }
}
