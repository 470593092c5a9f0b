package fr.sillage.engine.sql.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.aggregate.internal.AggregateScan;
import fr.sillage.engine.key.internal.MembershipCodes;
import fr.sillage.engine.sql.SqlRunner;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Answers {@link Query.Aggregate} by SQL: one statement for the regions, one for what persons contribute to each
 * measured column, two for what is left out. Used once.
 */
public final class SqlAggregate {
    private final List<Key> by;
    private final List<Measure> measures;
    private final Query.Aggregate query;
    private final SqlRows rows;
    private final SqlGrouping grouping;
    private final List<SqlMeasured> measured;
    private final SqlStatements statements;
    private final SqlRunner runner;
    private final JobControl job;

    private SqlAggregate(
            List<Key> by,
            Query.Aggregate query,
            SqlRows rows,
            List<SqlKey> keys,
            List<SqlMeasured> measured,
            SqlRunner runner,
            JobControl job) {
        this.by = by;
        this.measures = query.of();
        this.query = query;
        this.rows = rows;
        this.grouping = new SqlGrouping(rows.columns().dialect(), keys);
        this.measured = measured;
        this.statements = new SqlStatements(rows, grouping, measures, measured);
        this.runner = runner;
        this.job = job;
    }

    /** @throws IllegalArgumentException where a column is not there or not of a fitting type */
    public static SqlAggregate of(Query.Aggregate query, SqlColumns columns, SqlRunner runner, JobControl job) {
        String counted = AggregateScan.counted(query, columns::namesPersons);
        return new SqlAggregate(
                query.by(),
                query,
                SqlRows.of(columns, counted, query.slots(), query.links(), query.filter()),
                query.by().stream().map(key -> SqlKey.of(key, columns)).toList(),
                SqlMeasured.of(query.of(), counted, columns),
                runner,
                job);
    }

    /** By the keys and, as a last one, by which of the groups a row is in; rows that are in none are left out. */
    public static SqlAggregate overlaps(
            String slot,
            List<? extends Key> by,
            List<Filter> groups,
            SqlColumns columns,
            SqlRunner runner,
            JobControl job) {
        MembershipCodes.requireFew(groups);
        SqlFilters filters = new SqlFilters(columns);
        List<SqlText> signs = groups.stream()
                .map(group -> SqlText.of("CASE WHEN {} THEN '1' ELSE '0' END", filters.condition(group)))
                .toList();
        List<SqlKey> keys =
                new ArrayList<>(by.stream().map(key -> SqlKey.of(key, columns)).toList());
        keys.add(SqlKey.plain(SqlText.join(" || ", signs), new PlainValues.Signs()));
        List<Key> all = new ArrayList<>(by);
        all.add(new FieldRef(slot, ""));
        Query.Aggregate query = new Query.Aggregate(List.of(new FieldRef(slot, "")), Unit.ROW);
        return new SqlAggregate(
                all,
                query,
                SqlRows.of(columns, slot, List.of(slot), List.of(), new Filter.Or(groups)),
                keys,
                List.of(),
                runner,
                job);
    }

    /**
     * What is known of a region.
     *
     * @param numbers of each measured column: values, sum, least, most, and its quantiles
     */
    private record Counted(long rows, long persons, List<double[]> numbers) {}

    /** @throws TooManyCellsException where there are more than an answer may have */
    public Cells answer() {
        Map<List<Optional<SqlKey.Category>>, Counted> regions = new HashMap<>();
        runner.run(statements.regions(), job, row -> {
            if ((Long) row[grouping.width()] > 0) {
                regions.put(grouping.region(row), counted(row));
                if (regions.size() > TooManyCellsException.MOST) {
                    throw new TooManyCellsException();
                }
            }
        });
        List<Map<List<Optional<SqlKey.Category>>, double[]>> contributions = IntStream.range(0, measured.size())
                .mapToObj(this::contributions)
                .toList();
        List<Map<SqlKey.Category, Integer>> codes = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (int key = 0; key < by.size(); key++) {
            List<SqlKey.Category> sorted = sorted(key, regions.keySet());
            SqlKey of = grouping.keys().get(key);
            labels.add(sorted.stream().map(of::text).toList());
            Map<SqlKey.Category, Integer> places = new HashMap<>();
            sorted.forEach(category -> places.put(category, places.size()));
            codes.add(places);
        }
        List<Cell> cells = new ArrayList<>();
        regions.forEach((region, counted) -> cells.add(new Cell(
                region(region, codes),
                counted.rows(),
                counted.persons(),
                amounts(counted, contributions.stream().map(c -> c.get(region)).toList()))));
        return new Cells(
                by,
                measures,
                query.links(),
                query.unit(),
                labels,
                cells,
                rows.columns().namesPersons(rows.counted()),
                leftOut(Region.MISSING, statements.missing()),
                leftOut(Region.EXCLUDED, statements.excluded()));
    }

    private List<SqlKey.Category> sorted(int key, Set<List<Optional<SqlKey.Category>>> regions) {
        Set<SqlKey.Category> categories = new HashSet<>();
        regions.forEach(region -> region.get(key).ifPresent(categories::add));
        return grouping.keys().get(key).sorted(categories);
    }

    private static Region region(List<Optional<SqlKey.Category>> region, List<Map<SqlKey.Category, Integer>> codes) {
        return new Region(IntStream.range(0, region.size())
                .mapToObj(key -> region.get(key).map(codes.get(key)::get).orElse(Region.ALL))
                .toList());
    }

    private Counted counted(Object[] row) {
        int at = grouping.width();
        long count = (Long) row[at++];
        long persons = (Long) row[at++];
        List<double[]> numbers = new ArrayList<>();
        for (int column = 0; column < measured.size(); column++) {
            double[] ofColumn = new double[4 + statements.shares(column).size()];
            for (int i = 0; i < ofColumn.length; i++, at++) {
                ofColumn[i] = row[at] == null ? Double.NaN : (Double) row[at];
            }
            numbers.add(ofColumn);
        }
        return new Counted(count, persons, numbers);
    }

    /** For each region the persons, their two largest sums, and the two greatest numbers of values of one of them. */
    private Map<List<Optional<SqlKey.Category>>, double[]> contributions(int column) {
        Map<List<Optional<SqlKey.Category>>, double[]> found = new HashMap<>();
        runner.run(statements.contributions(column), job, row -> {
            double[] numbers = new double[5];
            for (int i = 0; i < numbers.length; i++) {
                Object value = row[grouping.width() + i];
                numbers[i] = value == null ? 0 : ((Number) value).doubleValue();
            }
            found.put(grouping.region(row), numbers);
        });
        return found;
    }

    private List<Amount> amounts(Counted counted, List<double[]> contributions) {
        Amount[] amounts = new Amount[measures.size()];
        for (int column = 0; column < measured.size(); column++) {
            double[] numbers = counted.numbers().get(column);
            int quantile = 4;
            for (int position : measured.get(column).measures()) {
                Measure measure = measures.get(position);
                double value = switch (measure) {
                    case Measure.Sum sum -> numbers[1];
                    case Measure.Choices choices -> numbers[1];
                    case Measure.Mean mean -> numbers[1] / numbers[0];
                    case Measure.Least least -> numbers[2];
                    case Measure.Most most -> numbers[3];
                    case Measure.Quantile q -> numbers[quantile++];
                };
                amounts[position] = amount(measure, value, (long) numbers[0], contributions.get(column));
            }
        }
        return List.of(amounts);
    }

    private static Amount amount(Measure measure, double value, long values, double[] contributed) {
        if (values == 0) {
            return new Amount(Double.NaN, 0, 0, 0, 0);
        }
        boolean added = switch (measure) {
            case Measure.Sum sum -> true;
            case Measure.Choices choices -> true;
            case Measure.Mean mean -> true;
            case Measure.Least least -> false;
            case Measure.Most most -> false;
            case Measure.Quantile quantile -> false;
        };
        int from = added ? 1 : 3;
        return new Amount(value, contributed[from], contributed[from + 1], values, (long) contributed[0]);
    }

    private Cell leftOut(int code, SqlText statement) {
        long[] counts = new long[2];
        runner.run(statement, job, row -> {
            counts[0] = (Long) row[0];
            counts[1] = (Long) row[1];
        });
        return new Cell(new Region(Collections.nCopies(by.size(), code)), counts[0], counts[1]);
    }
}
