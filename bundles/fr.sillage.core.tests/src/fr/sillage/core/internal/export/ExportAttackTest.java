package fr.sillage.core.internal.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.internal.export.PackageReader.Line;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SavedAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who exports what others have saved, having seen results of the own, subtracts everything from everything. */
class ExportAttackTest extends ExportFixture {
    private static final int THRESHOLD = 5;

    /**
     * Numbers of one result.
     *
     * @param selection which rows it is of, as everybody reads
     * @param numbers by the categories of their cell
     */
    private record Told(Selection selection, Map<List<String>, Long> numbers) {
        Set<Row> of(List<Row> rows) {
            return rows.stream()
                    .filter(row -> selection.choices().stream()
                            .allMatch(choice -> choice.values().contains(value(row, choice.column()))))
                    .collect(Collectors.toSet());
        }

        private static String value(Row row, String column) {
            return column.equals("a") ? row.a() : row.c();
        }
    }

    @Test
    void whatIsTooCloseToWhatOneHasSeenIsLeftOut() throws AnalysisException, IOException {
        DataSet data = store("data", nearlyAll());
        CommunityContext exporter = somebody(Profile.ANALYST);
        save(analyst, "but two", asking(data, only("b", "b0").with(choice("c", "c0"))));
        look(exporter, asking(data, only("b", "b0")));

        PackageReader read = export(exporter);

        Line result = read.table("results.csv").getFirst();
        assertTrue(result.get("left_out").startsWith("result.too.close"), result.toString());
        assertEquals("", result.get("question"));
        assertTrue(read.files().keySet().stream().noneMatch(path -> path.startsWith("results/")));
        assertEquals(1, open().exports().getFirst().withheld());
        // somebody who has seen nothing gets it
        assertEquals(
                "",
                export(somebody(Profile.ANALYST))
                        .table("results.csv")
                        .getFirst()
                        .get("left_out"));
    }

    @Test
    void whatWasExportedCountsAsSeen() throws AnalysisException, IOException {
        DataSet data = store("data", nearlyAll());
        CommunityContext exporter = somebody(Profile.ANALYST);
        save(analyst, "but two", asking(data, only("b", "b0").with(choice("c", "c0"))));
        export(exporter);

        AnalysisException refused =
                assertThrows(AnalysisException.class, () -> look(exporter, asking(data, only("b", "b0"))));

        assertEquals("analysis.too.close", refused.reason().key().key());
    }

    /** Half of the persons are b0; all of these but two c0. */
    private static List<Row> nearlyAll() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            rows.add(new Row("p" + i, "a", "b" + i % 2, i < 3 ? "c1" : "c0"));
        }
        return rows;
    }

    private static Selection.Choice choice(String column, String value) {
        return only(column, value).choices().getFirst();
    }

    @Test
    void nothingSmallIsToldByAnyTwoNumbersAndNoMoreIsToldThanByThePages() throws AnalysisException, IOException {
        int leftOut = 0;
        int handed = 0;
        int small = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Row> rows = rows(random);
            DataSet data = store("data " + seed, rows);
            CommunityContext one = somebody(Profile.ANALYST);
            CommunityContext other = somebody(Profile.ANALYST);
            List<CommunityContext> savers = List.of(one, other, analyst);
            for (int i = 0; i < 6; i++) {
                trySave(savers.get(i % 3), seed + " " + i, asking(data, some(random)));
            }
            CommunityContext exporter = somebody(Profile.ANALYST);
            CommunityContext twin = somebody(Profile.ANALYST);
            List<Told> seen = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                AnalysisState state = asking(data, some(random));
                seen.addAll(tryLook(exporter, state));
                tryLook(twin, state);
            }
            List<String> pages = opened(twin, data);

            PackageReader read = export(exporter, data);

            List<String> exported = new ArrayList<>();
            for (Line line : read.table("results.csv")) {
                if (line.get("left_out").isEmpty()) {
                    exported.add(line.get("title"));
                    seen.add(new Told(selection(read, line.get("result")), numbers(read, line.get("result"))));
                    handed++;
                } else {
                    leftOut++;
                }
            }
            assertEquals(pages, exported.stream().sorted().toList(), "seed " + seed);
            assertEquals(new TreeSet<>(), differences(seen, rows), "seed " + seed);
            small += differences(everything(data), rows).isEmpty() ? 0 : 1;
        }
        assertTrue(handed > 20, handed + " handed out");
        assertTrue(leftOut > 5, leftOut + " left out");
        // the same attacker wins where everything saved is taken together with what anybody has seen
        assertTrue(small > 5, small + " times something small");
    }

    /** What the exporter could have had from files that do not ask who has seen what: all that anybody was shown. */
    private List<Told> everything(DataSet data) throws AnalysisException {
        List<Told> all = new ArrayList<>();
        for (String value : List.of("c0", "c1", "c2")) {
            all.addAll(tryLook(somebody(Profile.ANALYST), asking(data, only("c", value))));
            all.addAll(tryLook(somebody(Profile.ANALYST), asking(data, only("c", "c0", "c1"))));
        }
        all.addAll(tryLook(somebody(Profile.ANALYST), asking(data, Selection.ALL)));
        return all;
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        int count = 60 + random.nextInt(120);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(
                    "p" + i,
                    "a" + random.nextInt(1 + random.nextInt(3)),
                    "b" + random.nextInt(1 + random.nextInt(3)),
                    "c" + random.nextInt(1 + random.nextInt(3))));
        }
        return rows;
    }

    private static Selection some(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Selection.ALL;
            case 1 -> only("c", "c" + random.nextInt(3));
            case 2 -> only("c", "c0", "c" + (1 + random.nextInt(2)));
            default -> only("c", "c0").with(choice("a", "a" + random.nextInt(2)));
        };
    }

    private void trySave(CommunityContext by, String name, AnalysisState state) {
        try {
            save(by, name, state);
        } catch (AnalysisException e) {
            // too close to what was saved before
        }
    }

    private List<Told> tryLook(CommunityContext by, AnalysisState state) {
        try {
            PublishedTable table = look(by, state).table("counts");
            Map<List<String>, Long> numbers = new HashMap<>();
            for (List<PublishedValue> row : table.rows()) {
                if (row.getLast() instanceof PublishedValue.Number number) {
                    numbers.put(List.of(name(row.get(0)), name(row.get(1))), (long) number.value());
                }
            }
            return List.of(new Told(state.selection(), numbers));
        } catch (AnalysisException e) {
            return List.of();
        }
    }

    private static String name(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> term.id();
            default -> throw new AssertionError(value);
        };
    }

    /** Names of the saved analyses of a data set that the page shows, opened in the order of the export. */
    private List<String> opened(CommunityContext by, DataSet data) {
        List<String> names = new ArrayList<>();
        List<SavedAnalysis> all = saved.all(by).stream()
                .filter(one -> one.dataSet().equals(data.id()))
                .sorted(Comparator.comparing(SavedAnalysis::ran).thenComparing(SavedAnalysis::id))
                .toList();
        for (SavedAnalysis one : all) {
            try {
                saved.open(by, one.id(), JobControl.NONE);
                names.add(one.name());
            } catch (AnalysisException e) {
                // not shown
            }
        }
        return names.stream().sorted().toList();
    }

    /** By the filters in the description of the result. */
    private static Selection selection(PackageReader read, String result) throws IOException {
        Selection selection = Selection.ALL;
        for (JsonNode filter : read.json("results/" + result + "/result.json").get("filters")) {
            String[] values = StreamSupport.stream(filter.get("values").spliterator(), false)
                    .map(JsonNode::asText)
                    .toArray(String[]::new);
            selection = selection.with(
                    only(filter.get("column").asText(), values).choices().getFirst());
        }
        return selection;
    }

    private static Map<List<String>, Long> numbers(PackageReader read, String result) {
        Map<List<String>, Long> numbers = new HashMap<>();
        for (Line line : read.table("results/" + result + "/counts.csv")) {
            if (!line.get("rows").isEmpty()) {
                numbers.put(List.of(line.get("row"), line.get("column")), Long.parseLong(line.get("rows")));
            }
        }
        return numbers;
    }

    /** Persons of one cell told by two results whose difference is of fewer than the threshold. */
    private static TreeSet<String> differences(List<Told> seen, List<Row> rows) {
        TreeSet<String> small = new TreeSet<>();
        for (Told one : seen) {
            for (Told other : seen) {
                for (Map.Entry<List<String>, Long> number : one.numbers().entrySet()) {
                    long rest = number.getValue() - other.numbers().getOrDefault(number.getKey(), Long.MIN_VALUE / 2);
                    if (rest > 0 && rest < THRESHOLD && one.of(rows).containsAll(other.of(rows))) {
                        small.add(number.getKey() + ": " + rest);
                    }
                }
                one.numbers().forEach((cell, count) -> {
                    if (count > 0 && count < THRESHOLD) {
                        small.add(cell + " alone: " + count);
                    }
                });
            }
        }
        return small;
    }
}
