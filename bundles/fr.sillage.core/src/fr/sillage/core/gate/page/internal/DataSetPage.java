package fr.sillage.core.gate.page.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.rounding.RoundedCount;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every reader knows from the page of a data set, whether it was opened or not: the number of all rows, exactly,
 * and how they are distributed over the categories of each column, {@linkplain RoundedCount rounded}.
 */
public final class DataSetPage {
    private final QueryEngine engine;
    private final int threshold;
    private final JobControl job;
    private final Map<Key, Map<String, Cell>> distributions = new HashMap<>();
    private Optional<Cell> all = Optional.empty();

    public DataSetPage(QueryEngine engine, int threshold, JobControl job) {
        this.engine = engine;
        this.threshold = threshold;
        this.job = job;
    }

    /**
     * As tables that were seen by the reader of a result: all rows, and what is rounded so closely that beside the
     * result it is as good as told, of the parts of its filter that are of one column and of the distributions by its
     * keys.
     *
     * @param result with the filter
     */
    public List<SeenTable> beside(Cells result, Filter filter) {
        List<SeenTable> tables = new ArrayList<>();
        tables.add(rows(Filter.ALL));
        if (filter.equals(Filter.ALL)) {
            return tables;
        }
        parts(filter)
                .distinct()
                .filter(part -> column(part)
                        .filter(column -> isClose(column, taken(column, part)))
                        .isPresent())
                .map(DataSetPage::rows)
                .forEach(tables::add);
        for (int key = 0; key < result.keys().size(); key++) {
            tables.add(distribution(result, key));
        }
        return tables;
    }

    private SeenTable distribution(Cells result, int at) {
        Key key = result.keys().get(at);
        Map<String, Integer> codes = new HashMap<>();
        result.labels(at).forEach(label -> codes.put(label, codes.size()));
        Map<String, Left> left = new HashMap<>();
        members(key).forEach((name, values) -> {
            long taken = codes.containsKey(name)
                    ? result.cell(result.total().with(at, codes.get(name))).rows()
                    : 0;
            long rows = rows(unfolded(key), values);
            RoundedCount told = told(unfolded(key), values);
            left.put(name, new Left(rows - taken, told.most() - rows, Math.min(rows - taken, rows - told.least())));
        });
        long down = left.values().stream().mapToLong(Left::down).sum();
        Set<List<String>> open = left.entrySet().stream()
                .filter(category -> category.getValue().hasRoom(down, few(key)))
                .map(category -> List.of(SeenTable.placeOf(category.getKey())))
                .collect(Collectors.toSet());
        return new SeenTable(List.of(key), SeenTable.population(List.of(key), Filter.ALL), open, false);
    }

    /**
     * Rows of a category that a filter leaves out.
     *
     * @param up by how many they can be more, as the page has it
     * @param down by how many less
     */
    private record Left(long rows, long up, long down) {
        /** What is more here is less in other categories: their sum is known. */
        boolean hasRoom(long downOfAll, double few) {
            return rows + Math.min(up, downOfAll - down) >= few && up >= few;
        }
    }

    private static SeenTable rows(Filter filter) {
        return new SeenTable(List.of(), SeenTable.population(List.of(), filter), Set.of(), false);
    }

    /** Whether the number of rows that a filter takes, which is of one column, would tell of a category of few persons. */
    public boolean isOpenedBy(Filter filter) {
        return column(filter)
                .filter(column -> opens(column, taken(column, filter)))
                .isPresent();
    }

    /** Categories of a key whose numbers over all rows would tell of categories of few persons. */
    Set<String> openedBy(Key key) {
        return members(key).entrySet().stream()
                .filter(category -> category.getValue().size() > 1 && opens(unfolded(key), category.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What is told of each category of a key. */
    Map<String, RoundedCount> told(Key key) {
        return members(key).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, category -> told(unfolded(key), category.getValue())));
    }

    private RoundedCount told(Key key, Set<String> values) {
        Map<String, Cell> cells = distribution(key);
        long step = step(key);
        return values.stream()
                .map(value -> RoundedCount.of(cells.get(value).rows(), step))
                .reduce(new RoundedCount(0, 0, 0), RoundedCount::plus);
    }

    private long step(Key key) {
        Cell all = all(key);
        return RoundedCount.step(all.rows(), all.persons(), threshold);
    }

    /** All rows and persons, also those that lack the key. */
    private Cell all(Key key) {
        if (all.isEmpty()) {
            all = Optional.of(counted(unfolded(key), new Filter.Not(Filter.ALL)).excluded());
        }
        return all.get();
    }

    private long rows(Key key, Set<String> values) {
        Map<String, Cell> cells = distribution(key);
        return values.stream().mapToLong(value -> cells.get(value).rows()).sum();
    }

    /** Whether a number a little smaller would tell by how few rows it is smaller. */
    private boolean isClose(Key key, Set<String> values) {
        return told(key, values).most() - rows(key, values) < few(key);
    }

    /** Rows that so many persons have as the threshold asks for. */
    private double few(Key key) {
        Cell all = all(key);
        return (double) threshold * Math.max(1, all.rows()) / Math.max(1, all.persons());
    }

    /** Whether the sum of some categories, told exactly, leaves too little room to one of few persons. */
    private boolean opens(Key key, Set<String> values) {
        Map<String, Cell> cells = distribution(key);
        long step = step(key);
        long sum = rows(key, values);
        RoundedCount all = told(key, values);
        for (String value : values) {
            if (cells.get(value).persons() < threshold) {
                RoundedCount own = RoundedCount.of(cells.get(value).rows(), step);
                long most = Math.min(own.most(), sum - (all.least() - own.least()));
                long least = Math.max(1, Math.max(own.least(), sum - (all.most() - own.most())));
                if (most < threshold || most - least + 1 < threshold) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Stream<Filter> parts(Filter filter) {
        return filter instanceof Filter.And all ? all.of().stream().flatMap(DataSetPage::parts) : Stream.of(filter);
    }

    /** The only column of a filter, where single values of it are told. */
    private Optional<FieldRef> column(Filter filter) {
        List<FieldRef> columns = filter.fields().distinct().toList();
        return columns.size() == 1 && !distribution(columns.getFirst()).isEmpty()
                ? Optional.of(columns.getFirst())
                : Optional.empty();
    }

    /** The column's values that a filter of it takes. */
    private Set<String> taken(FieldRef column, Filter filter) {
        return Set.copyOf(counted(column, filter).labels(0));
    }

    private static Key unfolded(Key key) {
        return key instanceof Key.Folded ? key.field() : key;
    }

    /** The key's categories, each with those that the page tells of. */
    private Map<String, Set<String>> members(Key key) {
        Map<String, Set<String>> members = new HashMap<>();
        for (String value : distribution(unfolded(key)).keySet()) {
            if (!value.equals(SeenTable.ALL)) {
                String name = key instanceof Key.Folded folded ? folded.names().getOrDefault(value, value) : value;
                members.computeIfAbsent(name, n -> new HashSet<>()).add(value);
            }
        }
        return members;
    }

    private Cells counted(Key key, Filter filter) {
        return engine.answer(new Query.Aggregate(List.of(key), filter, Unit.SUBJECT), job);
    }

    /** By the key's categories; empty where they are so many that the page tells none. */
    private Map<String, Cell> distribution(Key key) {
        return distributions.computeIfAbsent(key, this::categories);
    }

    private Map<String, Cell> categories(Key key) {
        Map<String, Cell> categories = new HashMap<>();
        try {
            Cells cells = counted(key, Filter.ALL);
            for (int code = 0; code < cells.labels(0).size(); code++) {
                categories.put(cells.labels(0).get(code), cells.cell(Region.of(code)));
            }
        } catch (TooManyCellsException e) {
            return Map.of();
        }
        return categories;
    }
}
