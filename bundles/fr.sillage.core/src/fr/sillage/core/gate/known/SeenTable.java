package fr.sillage.core.gate.known;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table that a reader has seen.
 *
 * @param keys by which its rows are counted
 * @param population the rows that it counts: those of its filter that have all keys
 * @param hidden its hidden cells and margins by their labels, in the order of the keys; {@link #ALL} spans a key
 * @param everything whether nothing of it was shown
 */
public record SeenTable(List<Key> keys, Filter population, Set<List<String>> hidden, boolean everything) {
    public static final String ALL = "*";

    /** Before a label, so that none is taken for {@link #ALL}. */
    private static final String LABEL = "=";

    public SeenTable {
        keys = List.copyOf(keys);
        Objects.requireNonNull(population);
        hidden = Set.copyOf(hidden);
    }

    /** The rows that a query with these keys and this filter counts. */
    public static Filter population(List<Key> keys, Filter filter) {
        List<Filter> all = new ArrayList<>(List.of(filter));
        keys.forEach(key -> all.add(new Filter.Not(new Filter.Missing(key.field()))));
        return new Filter.And(all);
    }

    /** The filter of a population: what it leaves out beside those lacks a value. */
    public static Filter filter(Filter population) {
        return population instanceof Filter.And all && !all.of().isEmpty()
                ? all.of().getFirst()
                : population;
    }

    /** A region of a table by its labels. */
    public static List<String> labels(Cells cells, Region region) {
        List<String> labels = new ArrayList<>();
        for (int key = 0; key < region.codes().size(); key++) {
            int code = region.codes().get(key);
            labels.add(code == Region.ALL ? ALL : placeOf(cells.labels(key).get(code)));
        }
        return labels;
    }

    /** All regions of a table by their labels. */
    public static Map<List<String>, Region> regions(Cells cells) {
        Map<List<String>, Region> regions = new HashMap<>();
        List<Integer> rows = codes(cells, 0);
        List<Integer> columns = cells.keys().size() > 1 ? codes(cells, 1) : List.of();
        for (int row : rows) {
            if (columns.isEmpty()) {
                regions.put(labels(cells, Region.of(row)), Region.of(row));
            }
            for (int column : columns) {
                regions.put(labels(cells, Region.of(row, column)), Region.of(row, column));
            }
        }
        return regions;
    }

    private static List<Integer> codes(Cells cells, int key) {
        return IntStream.rangeClosed(Region.ALL, cells.labels(key).size() - 1)
                .boxed()
                .toList();
    }

    /** The place of a label. */
    public static String placeOf(String label) {
        return LABEL + label;
    }

    /** The label that stands in a place. */
    public static String name(String place) {
        return place.substring(LABEL.length());
    }

    /** The place of another table's region in this one; empty where this table has no such place. */
    public Optional<List<String>> place(List<Key> otherKeys, List<String> labels) {
        List<String> place = new ArrayList<>(Collections.nCopies(keys.size(), ALL));
        for (int key = 0; key < otherKeys.size(); key++) {
            if (!labels.get(key).equals(ALL)) {
                int here = keys.indexOf(otherKeys.get(key));
                if (here < 0) {
                    return Optional.empty();
                }
                place.set(here, labels.get(key));
            }
        }
        return Optional.of(place);
    }

    public boolean shows(List<String> place) {
        return !everything && !hidden.contains(place);
    }

    public boolean sameKeys(List<Key> others) {
        return keys.size() == others.size() && Set.copyOf(keys).equals(Set.copyOf(others));
    }
}
