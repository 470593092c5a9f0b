package fr.sillage.engine;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers as the contract of the queries says it, row by row over boxed values, to compare with. */
final class SlowEngine {
    private final TestTable table;

    SlowEngine(TestTable table) {
        this.table = table;
    }

    Cells answer(Query.Aggregate query) {
        int keys = query.by().size();
        SlowFilter filter = new SlowFilter(table, query.filter());
        Map<Region, List<Object>> persons = new HashMap<>();
        List<List<SlowKey.Category>> counted = new ArrayList<>();
        List<Object> countedPersons = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            List<Optional<SlowKey.Category>> categories = query.by().stream()
                    .map(key -> SlowKey.category(table, key, at))
                    .toList();
            if (!filter.takes(row)) {
                add(persons, all(keys, Region.EXCLUDED), person(row));
            } else if (categories.stream().anyMatch(Optional::isEmpty)) {
                add(persons, all(keys, Region.MISSING), person(row));
            } else {
                counted.add(categories.stream().map(Optional::orElseThrow).toList());
                countedPersons.add(person(row));
            }
        }
        List<List<String>> labels = IntStream.range(0, keys)
                .mapToObj(key -> SlowKey.labels(
                        query.by().get(key),
                        table,
                        counted.stream().map(categories -> categories.get(key)).toList()))
                .toList();
        for (int i = 0; i < counted.size(); i++) {
            Integer[] codes = new Integer[keys];
            for (int key = 0; key < keys; key++) {
                codes[key] = labels.get(key).indexOf(counted.get(i).get(key).text());
            }
            for (int spanned = 0; spanned < 1 << keys; spanned++) {
                Integer[] region = codes.clone();
                for (int key = 0; key < keys; key++) {
                    region[key] = (spanned & 1 << key) != 0 ? Region.ALL : codes[key];
                }
                add(persons, new Region(Arrays.asList(region)), countedPersons.get(i));
            }
        }
        List<Cell> cells = persons.entrySet().stream()
                .filter(entry -> !entry.getKey().codes().contains(Region.MISSING)
                        && !entry.getKey().codes().contains(Region.EXCLUDED))
                .map(entry -> cell(entry.getKey(), entry.getValue()))
                .toList();
        return new Cells(
                query.by(),
                query.unit(),
                labels,
                cells,
                subject().isPresent(),
                cell(all(keys, Region.MISSING), persons.getOrDefault(all(keys, Region.MISSING), List.of())),
                cell(all(keys, Region.EXCLUDED), persons.getOrDefault(all(keys, Region.EXCLUDED), List.of())));
    }

    private static Region all(int keys, int code) {
        return new Region(Collections.nCopies(keys, code));
    }

    private static void add(Map<Region, List<Object>> persons, Region region, Object person) {
        persons.computeIfAbsent(region, r -> new ArrayList<>()).add(person);
    }

    private static Cell cell(Region region, List<Object> persons) {
        return new Cell(region, persons.size(), new HashSet<>(persons).size());
    }

    /** What names the row's person; where nothing does, the row is one. */
    private Object person(int row) {
        return subject()
                .map(column -> (Object) table.columns().get(column).get(row)) // empty where it names nobody
                .orElse("row " + row);
    }

    private Optional<Integer> subject() {
        return IntStream.range(0, table.fields().size())
                .filter(i -> table.fields().get(i).roles().contains(RoleId.SUBJECT))
                .boxed()
                .findFirst();
    }
}
