package fr.sillage.engine;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Counts as the contract of the query says it, row by row, to compare with. */
final class SlowReference {
    private final List<Map<String, Integer>> codes;
    private final Map<Region, List<Object>> persons = new HashMap<>();

    /**
     * @param keys for each key the categories of all rows as texts, null where missing
     * @param labels for each key its categories in order
     * @param personOf what names the row's person; null where nothing does
     */
    SlowReference(List<List<String>> keys, List<List<String>> labels, Function<Integer, Object> personOf) {
        this.codes = labels.stream()
                .map(texts -> {
                    Map<String, Integer> code = new HashMap<>();
                    texts.forEach(text -> code.put(text, code.size()));
                    return code;
                })
                .toList();
        for (int row = 0; row < keys.getFirst().size(); row++) {
            Object named = personOf.apply(row);
            Object person = named != null ? named : "row " + row;
            for (Region region : regions(keys, row)) {
                persons.computeIfAbsent(region, r -> new ArrayList<>()).add(person);
            }
        }
    }

    private List<Region> regions(List<List<String>> keys, int row) {
        if (keys.stream().anyMatch(key -> key.get(row) == null)) {
            return List.of(keys.size() == 1 ? Region.of(Region.MISSING) : Region.of(Region.MISSING, Region.MISSING));
        }
        int first = codes.getFirst().get(keys.getFirst().get(row));
        if (keys.size() == 1) {
            return List.of(Region.of(first), Region.of(Region.ALL));
        }
        int second = codes.get(1).get(keys.get(1).get(row));
        return List.of(
                Region.of(first, second),
                Region.of(first, Region.ALL),
                Region.of(Region.ALL, second),
                Region.of(Region.ALL, Region.ALL));
    }

    /** All in which there is a row. */
    Set<Region> regions() {
        return persons.keySet();
    }

    Cell cell(Region region) {
        List<Object> found = persons.getOrDefault(region, List.of());
        Set<Object> distinct = new HashSet<>(found);
        return new Cell(region, found.size(), distinct.size());
    }
}
