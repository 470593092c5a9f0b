package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One column as several tables have it, each with categories of its own. What no table tells apart is one class; every
 * category is a node of a tree, the classes are its leaves. Node 0 is all of them, node 1 + c the class c.
 */
final class Axis {
    static final int ALL = 0;

    private final Key base;
    private final Map<String, Integer> classes;
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<Map<String, Integer>> nodes = new ArrayList<>();

    /** For each table the node of each class's category. */
    private final List<int[]> groups = new ArrayList<>();

    private final int[] parents;
    private final int size;

    /** @param labels for each class its category in each table */
    private Axis(Key base, Map<String, Integer> classes, List<List<String>> labels, int tables) {
        this.base = base;
        this.classes = classes;
        this.size = labels.size();
        Map<List<Integer>, Integer> known = new HashMap<>();
        add(known, IntStream.range(0, size).boxed().toList());
        for (int c = 0; c < size; c++) {
            members.add(List.of(c));
            known.putIfAbsent(List.of(c), 1 + c);
        }
        for (int table = 0; table < tables; table++) {
            Map<String, List<Integer>> found = new LinkedHashMap<>();
            for (int c = 0; c < size; c++) {
                found.computeIfAbsent(labels.get(c).get(table), label -> new ArrayList<>())
                        .add(c);
            }
            Map<String, Integer> here = new HashMap<>();
            int[] byClass = new int[size];
            found.forEach((label, group) -> {
                int node = add(known, group);
                here.put(label, node);
                group.forEach(c -> byClass[c] = node);
            });
            nodes.add(here);
            groups.add(byClass);
        }
        this.parents = tree();
    }

    private int add(Map<List<Integer>, Integer> known, List<Integer> group) {
        Integer node = known.get(group);
        if (node == null) {
            node = members.size();
            known.put(List.copyOf(group), node);
            members.add(List.copyOf(group));
        }
        return node;
    }

    /** The smallest node above each; empty where categories overlap without one holding the other. */
    private int[] tree() {
        int[] above = new int[members.size()];
        int[] top = IntStream.range(0, size).map(c -> 1 + c).toArray();
        List<Integer> bySize = IntStream.range(1 + size, members.size())
                .boxed()
                .sorted(Comparator.comparingInt(node -> members.get(node).size()))
                .toList();
        for (int node : bySize) {
            int covered = 0;
            for (int child :
                    members.get(node).stream().mapToInt(c -> top[c]).distinct().toArray()) {
                covered += members.get(child).size();
                above[child] = node;
            }
            if (covered != members.get(node).size()) {
                return new int[0];
            }
            members.get(node).forEach(c -> top[c] = node);
        }
        above[ALL] = -1;
        return above;
    }

    /**
     * @param keys of each table, all of one column
     * @return empty where the categories cannot be compared
     */
    static Optional<Axis> of(QueryEngine engine, List<Key> keys, JobControl job) {
        List<Key> forms = keys.stream().distinct().toList();
        List<Key> candidates = new ArrayList<>(forms);
        FieldRef plain = forms.getFirst().field();
        if (!candidates.contains(plain)) {
            candidates.add(plain);
        }
        return candidates.stream()
                .flatMap(base -> over(engine, base, keys, forms, job).stream())
                .findFirst();
    }

    private static Optional<Axis> over(QueryEngine engine, Key base, List<Key> keys, List<Key> forms, JobControl job) {
        Map<Key, Map<String, String>> labels = new HashMap<>();
        for (Key form : forms) {
            Optional<Map<String, String>> found = labels(engine, base, form, job);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            labels.put(form, found.get());
        }
        Map<List<String>, Integer> tuples = new LinkedHashMap<>();
        Map<String, Integer> classes = new HashMap<>();
        for (String label : labels.get(forms.getFirst()).keySet()) {
            List<String> tuple =
                    keys.stream().map(key -> labels.get(key).get(label)).toList();
            classes.put(label, tuples.computeIfAbsent(tuple, t -> tuples.size()));
        }
        return Optional.of(new Axis(base, classes, List.copyOf(tuples.keySet()), keys.size()));
    }

    /** For each category of one key the one of the other that holds it; empty where there are several. */
    private static Optional<Map<String, String>> labels(QueryEngine engine, Key base, Key form, JobControl job) {
        Map<String, String> found = new LinkedHashMap<>();
        try {
            if (base.equals(form)) {
                Cells cells = engine.answer(new Query.Aggregate(List.of(base), Filter.ALL, Unit.ROW), job);
                cells.labels(0).forEach(label -> found.put(label, label));
                return Optional.of(found);
            }
            Cells cells = engine.answer(new Query.Aggregate(List.of(base, form), Filter.ALL, Unit.ROW), job);
            for (var cell : cells.filled()) {
                Region region = cell.region();
                if (!region.isMargin()
                        && found.put(
                                        cells.labels(0).get(region.codes().get(0)),
                                        cells.labels(1).get(region.codes().get(1)))
                                != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(found);
        } catch (TooManyCellsException e) {
            return Optional.empty();
        }
    }

    /** By which rows are counted for the classes. */
    Key base() {
        return base;
    }

    /** Class of a category of {@link #base}. */
    int classOf(String label) {
        return classes.get(label);
    }

    int size() {
        return size;
    }

    int nodes() {
        return members.size();
    }

    /** Whether of any two categories one holds the other, or they have nothing in common. */
    boolean isTree() {
        return parents.length > 0;
    }

    int parent(int node) {
        return parents[node];
    }

    /** Classes of a node. */
    List<Integer> members(int node) {
        return members.get(node);
    }

    boolean isClass(int node) {
        return node > 0 && node <= size;
    }

    /** A table's categories that have a class in common with a node; for all classes the one that is all. */
    List<Integer> touched(int table, int node) {
        return node == ALL
                ? List.of(ALL)
                : members.get(node).stream()
                        .map(c -> groups.get(table)[c])
                        .distinct()
                        .toList();
    }

    /** A table's categories that make up a node; empty where some have classes besides. */
    Optional<List<Integer>> pieces(int table, int node) {
        List<Integer> touched = touched(table, node);
        int covered =
                touched.stream().mapToInt(group -> members.get(group).size()).sum();
        return covered == members.get(node).size() ? Optional.of(touched) : Optional.empty();
    }

    /** Node of a table's category as {@link SeenTable} labels it; none where it does not occur. */
    Optional<Integer> node(int table, String place) {
        return place.equals(SeenTable.ALL)
                ? Optional.of(ALL)
                : Optional.ofNullable(nodes.get(table).get(SeenTable.name(place)));
    }

    /** Every category of a table, and all together. */
    List<Integer> nodesOf(int table) {
        return IntStream.concat(
                        IntStream.of(ALL), nodes.get(table).values().stream().mapToInt(Integer::intValue))
                .distinct()
                .boxed()
                .toList();
    }
}
