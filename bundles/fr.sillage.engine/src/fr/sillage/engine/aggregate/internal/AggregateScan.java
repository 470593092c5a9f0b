package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.SlotFilters;
import fr.sillage.engine.join.internal.ChoiceCodes;
import fr.sillage.engine.join.internal.Joins;
import fr.sillage.engine.join.internal.SlotRows;
import fr.sillage.engine.key.internal.Categories;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.key.internal.MembershipCodes;
import fr.sillage.engine.measure.internal.MeasuredColumn;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts by keys: makes of the query what a scan reads, lets it be counted, person after person where that can be, and
 * else in parts ({@link OrderedCount}, {@link PartedCount}), and makes the answer. Used once.
 */
public final class AggregateScan {
    private final List<Measure> measures;
    private final ScanPlan plan;
    private final long memory;
    private final CellsAnswer answer;
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
        this.measures = measures;
        this.memory = memory;
        this.job = job;
        Optional<ColumnCodes> persons = counted.subject().isPresent()
                ? Optional.of(Keys.persons(counted.chunks(), counted.subject().getAsInt()))
                : Optional.empty();
        List<Optional<ChoiceCodes>> choices = categories.stream()
                .map(of -> of instanceof ChoiceCodes several ? Optional.of(several) : Optional.<ChoiceCodes>empty())
                .toList();
        int above = choices.stream().anyMatch(Optional::isPresent) ? ChosenRegions.SPANNED : 0;
        CellNumbers numbers = new CellNumbers(
                categories.stream().mapToInt(of -> of.highest() + above).toArray());
        List<MeasuredColumn> measured = MeasuredColumn.of(measures, slot, counted, numbers, job);
        this.plan = new ScanPlan(rows, persons, numbers, choices, measured);
        this.answer = new CellsAnswer(by, measures, links, unit, categories, above, persons.isPresent());
    }

    /**
     * @param tables by slot; throws where there is none
     * @param memory bytes that may be used for who is in which cell
     */
    public static AggregateScan of(
            Query.Aggregate query, Function<String, SlotTable> tables, long memory, JobControl job) {
        String counted = counted(query, slot -> tables.apply(slot).subject().isPresent());
        SlotTable table = ByPerson.of(tables.apply(counted), ByPerson.columns(query, counted), job);
        Joins joins = new Joins(
                slot -> slot.equals(counted) ? table : tables.apply(slot),
                query.by(),
                query.links(),
                SlotFilters.of(query.filter(), counted),
                job);
        SlotRows rows = joins.rows(counted);
        return new AggregateScan(
                query.by(),
                query.of(),
                query.links(),
                query.unit(),
                rows,
                joins.categories(),
                counted,
                table,
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
            String slot, List<? extends Key> by, List<Filter> groups, SlotTable stored, long memory, JobControl job) {
        MembershipCodes.requireFew(groups);
        SlotTable table = ByPerson.of(stored, ByPerson.columns(by, new Filter.Or(groups)), job);
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
        Counted counted = OrderedCount.of(plan, job)
                .map(OrderedCount::count)
                .orElseGet(() -> new PartedCount(plan, memory, job).count());
        QuantileValues quantiles =
                new QuantileValues(plan, counted.filled(), counted.measures(), measures, memory, job);
        Cells cells = answer.of(
                counted,
                new Amounts(
                        measures,
                        plan.measured(),
                        counted.filled(),
                        counted.measures(),
                        counted.contributions(),
                        quantiles));
        job.progress(1);
        return cells;
    }
}
