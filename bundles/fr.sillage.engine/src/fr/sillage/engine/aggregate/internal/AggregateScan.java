package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.SlotFilters;
import fr.sillage.engine.join.internal.ChoiceCodes;
import fr.sillage.engine.join.internal.Joins;
import fr.sillage.engine.join.internal.SlotRows;
import fr.sillage.engine.key.internal.Categories;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.key.internal.MembershipCodes;
import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.measure.internal.MeasuredColumn;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.scan.internal.PersonParts;
import fr.sillage.engine.scan.internal.PersonPasses;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts by keys: learns what categories there are where the table does not know, counts the rows of each cell, and
 * then, part by part of all persons, who is in which cell and margin. Used once.
 */
public final class AggregateScan {
    /** Share of the progress that one scan over the chunks makes; the rest is counting persons. */
    private static final double SCAN = 0.6;

    private final List<Key> by;
    private final List<Link> links;
    private final Unit unit;
    private final List<Categories> categories;

    /** By how much the codes of regions are above those of categories. */
    private final int above;

    private final List<Measure> measures;
    private final ScanPlan plan;
    private final long memory;
    private final int[] highest;
    private final PersonPasses passes;
    private final JobControl job;

    private AggregateScan(
            List<Key> by,
            List<Measure> measures,
            List<Link> links,
            Unit unit,
            SlotRows rows,
            List<Categories> categories,
            String slot,
            SlotTable counted,
            long memory,
            JobControl job) {
        this.by = by;
        this.measures = measures;
        this.memory = memory;
        this.links = links;
        this.unit = unit;
        this.categories = categories;
        this.job = job;
        Optional<ColumnCodes> persons = counted.subject().isPresent()
                ? Optional.of(Keys.persons(counted.chunks(), counted.subject().getAsInt()))
                : Optional.empty();
        persons.ifPresent(column -> column.prepare(job));
        List<Optional<ChoiceCodes>> choices = categories.stream()
                .map(of -> of instanceof ChoiceCodes several ? Optional.of(several) : Optional.<ChoiceCodes>empty())
                .toList();
        this.above = choices.stream().anyMatch(Optional::isPresent) ? ChosenRegions.SPANNED : 0;
        this.highest = categories.stream().mapToInt(of -> of.highest() + above).toArray();
        CellNumbers numbers = new CellNumbers(highest);
        List<MeasuredColumn> measured = MeasuredColumn.of(measures, slot, counted, numbers, job);
        this.plan = new ScanPlan(rows, persons, numbers, choices, measured);
        this.passes = PersonPasses.of(counted.chunks().table().rows(), (long)
                (memory / (1 + measured.size()) / ChosenRegions.average(choices)));
    }

    /**
     * @param tables by slot; throws where there is none
     * @param memory bytes that may be used for who is in which cell
     */
    public static AggregateScan of(
            Query.Aggregate query, Function<String, SlotTable> tables, long memory, JobControl job) {
        String counted = counted(query, slot -> tables.apply(slot).subject().isPresent());
        Joins joins = new Joins(tables, query.by(), query.links(), SlotFilters.of(query.filter(), counted), job);
        SlotRows rows = joins.rows(counted);
        return new AggregateScan(
                query.by(),
                query.of(),
                query.links(),
                query.unit(),
                rows,
                joins.categories(),
                counted,
                tables.apply(counted),
                memory,
                job);
    }

    /** The slot whose rows and persons are counted. */
    public static String counted(Query.Aggregate query, Predicate<String> namesPersons) {
        List<String> slots = query.slots();
        return slots.stream()
                .filter(namesPersons)
                .findFirst()
                .or(() -> query.of().stream()
                        .map(measure -> measure.field().slot())
                        .findFirst())
                .orElse(slots.getFirst());
    }

    /** By the keys and, as a last one, by which of the groups a row is in; rows that are in none are left out. */
    public static AggregateScan overlaps(
            String slot, List<? extends Key> by, List<Filter> groups, SlotTable table, long memory, JobControl job) {
        MembershipCodes.requireFew(groups);
        Joins joins =
                new Joins(s -> table, List.copyOf(by), List.of(), SlotFilters.of(new Filter.Or(groups), slot), job);
        SlotRows rows = joins.rows(slot);
        Filters filters = new Filters(table);
        MembershipCodes membership = new MembershipCodes(
                table.chunks(), groups.stream().map(filters::rows).toList());
        membership.prepare(job);
        List<ColumnCodes> plain = new ArrayList<>(rows.plain());
        plain.add(membership);
        int[] plainAt = Arrays.copyOf(rows.plainAt(), plain.size());
        plainAt[plain.size() - 1] = by.size();
        List<Categories> categories = new ArrayList<>(joins.categories());
        categories.add(membership);
        List<Key> all = new ArrayList<>(by);
        all.add(new FieldRef(slot, ""));
        return new AggregateScan(
                all,
                List.of(),
                List.of(),
                Unit.ROW,
                new SlotRows(rows.table(), rows.taken(), plainAt, plain, rows.explosions()),
                categories,
                slot,
                table,
                memory,
                job);
    }

    public Cells count() {
        List<ScanWorker> first = scan(0);
        FilledCells filled = FilledCells.of(plan.numbers(), highest, !plan.overlap(), first);
        Counts counts = counts(first, filled);
        QuantileValues quantiles = new QuantileValues(plan, filled, first, measures, memory, job);
        Cells answer = answer(
                first,
                filled,
                counts,
                new Amounts(measures, plan.measured(), filled, first, counts.contributions(), quantiles));
        job.progress(1);
        return answer;
    }

    private List<ScanWorker> scan(int pass) {
        int most = plan.numbers().isDense() ? Integer.MAX_VALUE : 1;
        return new Parallel(job, progress(pass, 0), progress(pass, SCAN))
                .each(
                        plan.rows().table().chunks(),
                        most,
                        () -> new ScanWorker(plan, pass == 0, plan.subject().map(s -> parts(pass))));
    }

    private PersonParts parts(int pass) {
        return new PersonParts(
                passes.bits(),
                pass * passes.partsOfPass(),
                passes.partsOfPass(),
                plan.measured().size());
    }

    private double progress(int pass, double share) {
        return (pass + share) / passes.passes();
    }

    /**
     * For each family what its regions hold.
     *
     * @param rows different rows
     * @param persons different persons
     * @param contributions for each measured column what persons contribute
     */
    private record Counts(List<long[]> rows, List<long[]> persons, List<List<Contributions>> contributions) {}

    private Counts counts(List<ScanWorker> first, FilledCells filled) {
        List<long[]> rows = new ArrayList<>();
        List<long[]> persons = new ArrayList<>();
        for (Family family : filled.families()) {
            rows.add(family.sums(filled.rows()));
            persons.add(family.sums(filled.alone()));
        }
        List<List<Contributions>> contributions = plan.measured().stream()
                .<List<Contributions>>map(m -> new ArrayList<>())
                .toList();
        for (int pass = 0; plan.subject().isPresent() && pass < passes.passes(); pass++) {
            List<ScanWorker> collected = pass == 0 ? first : scan(pass);
            count(pass, collected.stream().map(ScanWorker::persons).toList(), filled, persons)
                    .forEach(counter -> {
                        for (int column = 0; column < contributions.size(); column++) {
                            contributions.get(column).add(counter.contributions(column));
                        }
                    });
        }
        return new Counts(rows, plan.subject().isPresent() ? persons : rows, contributions);
    }

    private List<PersonCounter> count(int pass, List<PersonParts> collected, FilledCells filled, List<long[]> counts) {
        int from = pass * passes.partsOfPass();
        List<PersonCounter> counters = new Parallel(job, progress(pass, SCAN), progress(pass, 1))
                .each(
                        passes.partsOfPass(),
                        Integer.MAX_VALUE,
                        () -> new PersonCounter(
                                passes.bits(),
                                from,
                                collected,
                                filled,
                                plan.measured().size()));
        for (PersonCounter counter : counters) {
            for (int family = 0; family < counts.size(); family++) {
                long[] sum = counts.get(family);
                long[] more = counter.persons(family);
                Arrays.setAll(sum, region -> sum[region] + more[region]);
            }
        }
        return counters;
    }

    private Cells answer(List<ScanWorker> workers, FilledCells filled, Counts counts, Amounts amounts) {
        List<Labels> labels = labels(filled);
        List<Cell> cells = new ArrayList<>();
        for (int f = 0; f < filled.families().size(); f++) {
            Family family = filled.families().get(f);
            long[] rows = counts.rows().get(f);
            long[] persons = counts.persons().get(f);
            for (int group = 0; group < family.size(); group++) {
                cells.add(new Cell(region(family, group, labels), rows[group], persons[group], amounts.of(f, group)));
            }
        }
        return new Cells(
                by,
                measures,
                links,
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
            labels.add(categories.get(key).labels(code -> occurs[code + above]));
        }
        return labels;
    }

    private Region region(Family family, int group, List<Labels> labels) {
        Integer[] codes = new Integer[highest.length];
        Arrays.fill(codes, Region.ALL);
        for (int i = 0; i < family.kept().length; i++) {
            int key = family.kept()[i];
            int code = family.codes()[group][i] - above;
            codes[key] = code == 0 ? Region.ALL : labels.get(key).places()[code];
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
