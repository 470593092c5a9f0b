package fr.sillage.engine;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers as the contract of the queries says it, row by row over boxed values, to compare with. */
final class SlowEngine {
    private final Map<String, TestTable> slots;

    SlowEngine(Map<String, TestTable> slots) {
        this.slots = slots;
    }

    /** The rows of the slots that are looked at together: for each slot its row. */
    private record Combination(Map<String, Integer> rows) {}

    Cells answer(Query.Aggregate query) {
        String counted = query.slots().stream()
                .filter(slot -> subject(slot).isPresent())
                .findFirst()
                .or(() -> query.of().stream()
                        .map(measure -> measure.field().slot())
                        .findFirst())
                .orElse(query.slots().getFirst());
        Regions regions = new Regions();
        List<List<List<SlowKey.Category>>> categories = new ArrayList<>();
        List<Combination> rows = new ArrayList<>();
        for (int row = 0; row < slots.get(counted).rows(); row++) {
            List<Combination> found = combinations(query, counted, row).stream()
                    .filter(c -> new SlowFilter(slots, query.filter()).takes(c.rows()))
                    .toList();
            if (found.isEmpty()) {
                regions.add(all(query, Region.EXCLUDED), new Object(), person(counted, row));
            }
            for (Combination combination : found) {
                List<List<SlowKey.Category>> ofKeys = query.by().stream()
                        .map(key -> SlowKey.categories(
                                slots.get(key.slot()), key, combination.rows().get(key.slot())))
                        .toList();
                if (ofKeys.stream().anyMatch(List::isEmpty)) {
                    regions.add(all(query, Region.MISSING), new Object(), person(counted, row));
                } else {
                    categories.add(ofKeys);
                    rows.add(combination);
                }
            }
        }
        List<List<String>> labels = IntStream.range(0, query.by().size())
                .mapToObj(key -> {
                    Key by = query.by().get(key);
                    return SlowKey.labels(
                            by,
                            slots.get(by.slot()),
                            categories.stream()
                                    .flatMap(c -> c.get(key).stream())
                                    .toList());
                })
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i).rows().get(counted);
            Object person = person(counted, row);
            for (Region region : regions(categories.get(i), labels)) {
                regions.add(region, row, person);
            }
        }
        return new Cells(
                query.by(),
                query.of(),
                query.links(),
                query.unit(),
                labels,
                regions.cells(region -> query.of().stream()
                        .map(measure -> SlowMeasure.amount(
                                measure, slots.get(counted), regions.rows.get(region), regions.personOf.get(region)))
                        .toList()),
                subject(counted).isPresent(),
                regions.cell(all(query, Region.MISSING)),
                regions.cell(all(query, Region.EXCLUDED)));
    }

    private List<Combination> combinations(Query.Aggregate query, String counted, int row) {
        List<Combination> found = List.of(new Combination(Map.of(counted, row)));
        List<Link> left = new ArrayList<>(query.links());
        while (!left.isEmpty()) {
            Set<String> reached =
                    found.isEmpty() ? Set.of() : found.getFirst().rows().keySet();
            if (reached.isEmpty()) {
                return List.of();
            }
            Link link = left.stream()
                    .filter(l -> reached.contains(l.one().slot())
                            != reached.contains(l.other().slot()))
                    .findFirst()
                    .orElseThrow();
            left.remove(link);
            FieldRef near = reached.contains(link.one().slot()) ? link.one() : link.other();
            FieldRef far = near.equals(link.one()) ? link.other() : link.one();
            found = found.stream().flatMap(c -> partners(c, near, far).stream()).toList();
        }
        return found;
    }

    private List<Combination> partners(Combination combination, FieldRef near, FieldRef far) {
        Object value =
                slots.get(near.slot()).value(near.column(), combination.rows().get(near.slot()));
        TestTable table = slots.get(far.slot());
        List<Combination> found = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (value != null && value.equals(table.value(far.column(), row))) {
                Map<String, Integer> rows = new HashMap<>(combination.rows());
                rows.put(far.slot(), row);
                found.add(new Combination(rows));
            }
        }
        return found;
    }

    private static Region all(Query.Aggregate query, int code) {
        return new Region(Collections.nCopies(query.by().size(), code));
    }

    /** Every region that a row is in, once. */
    private static Set<Region> regions(List<List<SlowKey.Category>> categories, List<List<String>> labels) {
        Set<List<Integer>> regions = Set.of(List.of());
        for (int key = 0; key < labels.size(); key++) {
            Set<List<Integer>> longer = new HashSet<>();
            for (List<Integer> region : regions) {
                longer.add(plus(region, Region.ALL));
                for (SlowKey.Category category : categories.get(key)) {
                    longer.add(plus(region, labels.get(key).indexOf(category.text())));
                }
            }
            regions = longer;
        }
        Set<Region> found = new HashSet<>();
        regions.forEach(codes -> found.add(new Region(codes)));
        return found;
    }

    private static List<Integer> plus(List<Integer> codes, int code) {
        List<Integer> longer = new ArrayList<>(codes);
        longer.add(code);
        return longer;
    }

    /** What names the row's person; where nothing does, the row is one. */
    private Object person(String slot, int row) {
        return subject(slot)
                .map(column -> (Object) slots.get(slot).columns().get(column).get(row)) // empty where it names nobody
                .orElse(new Object());
    }

    private Optional<Integer> subject(String slot) {
        TestTable table = slots.get(slot);
        return IntStream.range(0, table.fields().size())
                .filter(i -> table.fields().get(i).roles().contains(RoleId.SUBJECT))
                .boxed()
                .findFirst();
    }

    /** Who and what is in each region. */
    private static final class Regions {
        private final Map<Region, List<Object>> rows = new HashMap<>();
        private final Map<Region, List<Object>> personOf = new HashMap<>();

        void add(Region region, Object row, Object person) {
            rows.computeIfAbsent(region, r -> new ArrayList<>()).add(row);
            personOf.computeIfAbsent(region, r -> new ArrayList<>()).add(person);
        }

        Cell cell(Region region) {
            return cell(region, List.of());
        }

        private Cell cell(Region region, List<Amount> amounts) {
            List<Object> persons = personOf.getOrDefault(region, List.of());
            return new Cell(region, persons.size(), new HashSet<>(persons).size(), amounts);
        }

        List<Cell> cells(Function<Region, List<Amount>> amounts) {
            return rows.keySet().stream()
                    .filter(region -> region.codes().stream().allMatch(code -> code >= Region.ALL))
                    .map(region -> cell(region, amounts.apply(region)))
                    .toList();
        }
    }
}
