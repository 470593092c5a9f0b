package fr.sillage.engine;

import static fr.sillage.engine.RowAnswers.ask;
import static fr.sillage.engine.RowAnswers.ref;
import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.NumericFrame;
import fr.sillage.api.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final TestTable MARKS = TestTable.of(
            List.of(
                    field("person", Type.TEXT, RoleId.SUBJECT),
                    field("mark", Type.DECIMAL),
                    field("day", Type.DATE),
                    field("way", Type.CATEGORY)),
            Arrays.asList("p", "q", "p", null, null),
            Arrays.asList(1.5, null, 3.0, 4.0, 5.0),
            Arrays.asList(10L, 20L, null, 40L, 50L),
            Arrays.asList("near", "far", null, "near", "unused"));

    private static Query.Frame frame(Optional<FieldRef> unit, Filter filter, String... columns) {
        return new Query.Frame(Arrays.stream(columns).map(RowAnswers::ref).toList(), unit, filter);
    }

    /** For each unit its rows, as texts in an order of their own. */
    private static List<String> units(NumericFrame frame) {
        Map<Integer, List<String>> units = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            int at = row;
            units.computeIfAbsent(frame.unit(row), u -> new ArrayList<>())
                    .add(IntStream.range(0, frame.columns().size())
                            .mapToObj(column -> shown(frame, at, column))
                            .toList()
                            .toString());
        }
        assertEquals(frame.units(), units.size());
        return sorted(units.values().stream().toList());
    }

    private static String shown(NumericFrame frame, int row, int column) {
        double value = frame.value(row, column);
        return frame.labels(column).isEmpty() || Double.isNaN(value)
                ? Double.toString(value)
                : frame.labels(column).get((int) value);
    }

    private static List<String> sorted(List<List<String>> units) {
        return units.stream()
                .map(rows -> rows.stream().sorted().toList().toString())
                .sorted()
                .toList();
    }

    @Test
    void givesRowsAsNumbersByUnit() {
        Filter used = new Filter.Not(Filter.In.texts(ref("way"), List.of("unused")));
        NumericFrame frame = ask(MARKS, frame(Optional.of(ref("person")), used, "mark", "day", "way"));
        assertEquals(
                List.of("[[1.5, 10.0, near], [3.0, NaN, NaN]]", "[[4.0, 40.0, near]]", "[[NaN, 20.0, far]]"),
                units(frame));
        assertEquals(List.of("far", "near"), frame.labels(2));
        assertEquals(List.of(), frame.labels(0));
        assertEquals(4, ask(MARKS, frame(Optional.empty(), used, "mark")).units(), "every row is a unit");
        assertEquals(4, frame.column(1).length);
    }

    @Test
    void findsWhatTheSlowReferenceFindsOnRandomTables() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + 40; seed++) {
            Random random = new Random(seed);
            RandomData data = RowAnswers.data(random);
            Query.Frame query = random(random, data);
            assertLikeReference("seed " + seed + ", " + query, data.table(), query, ask(data.table(), query));
        }
    }

    static Query.Frame random(Random random, RandomData data) {
        List<String> columns = new ArrayList<>(List.of("credits", "mark", "day", "moment", "fine", "region"));
        Collections.shuffle(columns, random);
        return frame(
                random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(ref(random.nextInt(4) == 0 ? "region" : "person")),
                RowAnswers.filter(random, data),
                columns.subList(0, 1 + random.nextInt(4)).toArray(String[]::new));
    }

    static void assertLikeReference(String what, TestTable table, Query.Frame query, NumericFrame frame) {
        assertEquals(expected(table, query), units(frame), what);
    }

    private static List<String> expected(TestTable table, Query.Frame query) {
        Map<Object, List<String>> units = new HashMap<>();
        RowAnswers.rows(table, query.filter()).forEach(row -> {
            Object unit = query.unit().map(u -> table.value(u.column(), row)).orElse(null);
            units.computeIfAbsent(unit == null ? new Object() : unit, u -> new ArrayList<>())
                    .add(query.columns().stream()
                            .map(column -> table.value(column.column(), row))
                            .map(FrameTest::shown)
                            .collect(Collectors.toList())
                            .toString());
        });
        return sorted(List.copyOf(units.values()));
    }

    private static String shown(Object value) {
        return switch (value) {
            case null -> "NaN";
            case Long number -> Double.toString(number);
            default -> value.toString();
        };
    }

    @Test
    void theOrderTellsNothing() {
        List<Double> marks = IntStream.range(0, 300).mapToObj(i -> (double) i).toList();
        TestTable data = TestTable.of(List.of(field("mark", Type.DECIMAL)), marks);
        double[] one = ask(data, frame(Optional.empty(), Filter.ALL, "mark")).column(0);
        double[] other = ask(data, frame(Optional.empty(), Filter.ALL, "mark")).column(0);
        assertNotEquals(marks, Arrays.stream(one).boxed().toList());
        assertNotEquals(Arrays.toString(one), Arrays.toString(other));
        assertEquals(marks, Arrays.stream(one).sorted().boxed().toList());
    }

    @Test
    void refusesWhatNamesPersonsAndNothing() {
        assertThrows(IllegalArgumentException.class, () -> ask(MARKS, frame(Optional.empty(), Filter.ALL, "person")));
        assertThrows(IllegalArgumentException.class, () -> frame(Optional.empty(), Filter.ALL));
        assertThrows(
                IllegalArgumentException.class,
                () -> frame(Optional.of(new FieldRef("other", "person")), Filter.ALL, "mark"));
    }

    @Test
    void isRefusedBeyondTheBudgetAndCancelled() {
        Query.Frame query = frame(Optional.of(ref("person")), Filter.ALL, "mark");
        RowAnswers.assertRefusedWithoutMemory(MARKS, query);
        RowAnswers.assertCancelled(MARKS, query);
    }

    @Test
    void anEmptyTableHasNoRows() {
        TestTable data =
                TestTable.of(List.of(field("mark", Type.DECIMAL), field("way", Type.TEXT)), List.of(), List.of());
        NumericFrame frame = ask(data, frame(Optional.of(ref("way")), Filter.ALL, "mark", "way"));
        assertEquals(0, frame.size());
        assertEquals(0, frame.units());
    }
}
