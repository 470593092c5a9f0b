package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final List<String> KEYS = List.of("region", "answer", "credits", "mark", "day", "moment");

    @Test
    void countsAsTheSlowReferenceOnRandomTables() {
        long start = System.nanoTime();
        for (int run = 0; run < 60; run++) {
            assertLikeReference(start + run, 1 + new Random(start + run).nextInt(3_000), 12);
        }
    }

    @Test
    void countsAsTheSlowReferenceOverSeveralChunks() {
        assertLikeReference(1, 140_000, 40);
    }

    /** More combinations than fit into an array of all, and more pairs than fit into bits. */
    @Test
    void countsAsTheSlowReferenceWhereNearlyEveryRowHasItsOwnCell() {
        assertLikeReference(2, 9_000, 5_000);
    }

    private static void assertLikeReference(long seed, int rows, int categories) {
        Random random = new Random(seed);
        Type subject = random.nextBoolean() ? Type.TEXT : Type.INTEGER;
        boolean named = random.nextInt(4) > 0;
        List<Field> fields = new ArrayList<>(List.of(
                field("region", Type.CATEGORY),
                field("answer", Type.TEXT),
                field("credits", Type.INTEGER),
                field("mark", Type.DECIMAL),
                field("day", Type.DATE),
                field("moment", Type.TIMESTAMP)));
        fields.add(named ? field("person", subject, RoleId.SUBJECT) : field("person", subject));
        int people = 1 + random.nextInt(rows);
        TestTable data = new TestTable(
                fields,
                List.of(
                        column(random, rows, n -> "region " + n % categories),
                        column(random, rows, n -> "" + n % categories),
                        column(random, rows, n -> (long) n % categories - 3),
                        column(random, rows, n -> (n % categories) / 4.0 - 1),
                        column(random, rows, n -> 16_000L + n % categories),
                        column(random, rows, n -> 60_000_000L * (n % categories)),
                        column(
                                random,
                                rows,
                                n -> subject == Type.TEXT ? "p" + n % people : (Object) (long) (n % people))));
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("slot", data.write(new MemoryChunkStore(), 10_000)));
        List<String> keys = new ArrayList<>(KEYS);
        Collections.shuffle(keys, random);
        for (Unit unit : Unit.values()) {
            for (int count = 1; count <= 2; count++) {
                List<FieldRef> by = keys.subList(0, count).stream()
                        .map(key -> new FieldRef("slot", key))
                        .toList();
                Cells cells = engine.answer(new Query.Aggregate(by, unit), JobControl.NONE);
                assertSame("seed " + seed + ", " + by + ", " + unit, data, cells, named);
                assertEquals(unit, cells.unit());
                assertEquals(by, cells.keys());
            }
        }
    }

    private static List<Object> column(Random random, int rows, Function<Integer, Object> value) {
        int missing = random.nextInt(3) * 5;
        List<Object> values = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            int number = random.nextInt(1 << 20);
            values.add(random.nextInt(100) < missing ? null : value.apply(number));
        }
        return values;
    }

    private static void assertSame(String what, TestTable data, Cells cells, boolean named) {
        List<List<String>> keys =
                cells.keys().stream().map(key -> texts(data, key.column())).toList();
        List<List<String>> labels =
                IntStream.range(0, keys.size()).mapToObj(cells::labels).toList();
        for (int key = 0; key < keys.size(); key++) {
            assertEquals(counted(keys, key), labels.get(key).stream().sorted().toList(), what);
        }
        SlowReference reference = new SlowReference(
                keys, labels, row -> named ? data.columns().get(KEYS.size()).get(row) : null);
        Cell missing = reference.cell(cells.missing().region());
        assertEquals(missing, cells.missing(), what);
        assertEquals(named, cells.subjectKnown(), what);
        if (keys.size() == 1 || labels.getFirst().size() * labels.get(1).size() < 10_000) {
            cells.cellsOf(cells.total()).forEach(cell -> assertEquals(reference.cell(cell), cells.cell(cell), what));
        } else {
            reference.regions().stream()
                    .filter(region -> !region.equals(missing.region()))
                    .forEach(region -> assertEquals(reference.cell(region), cells.cell(region), what));
        }
        for (int key = 0; key < keys.size(); key++) {
            for (int code = 0; code < labels.get(key).size(); code++) {
                Region region = keys.size() == 1
                        ? Region.of(code)
                        : key == 0 ? Region.of(code, Region.ALL) : Region.of(Region.ALL, code);
                assertEquals(reference.cell(region), cells.cell(region), what);
            }
        }
        assertEquals(reference.cell(cells.total()), cells.cell(cells.total()), what);
    }

    /** The categories of a key that occur where no key is missing. */
    private static List<String> counted(List<List<String>> keys, int key) {
        return IntStream.range(0, keys.get(key).size())
                .filter(row -> keys.stream().allMatch(column -> column.get(row) != null))
                .mapToObj(row -> keys.get(key).get(row))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> texts(TestTable data, String name) {
        int column = KEYS.indexOf(name);
        return data.columns().get(column).stream()
                .map(value -> value == null
                        ? null
                        : switch (name) {
                            case "mark" ->
                                value.toString().endsWith(".0") ? "" + ((Double) value).longValue() : value.toString();
                            case "day" -> LocalDate.EPOCH.plusDays((Long) value).toString();
                            case "moment" ->
                                LocalDateTime.of(1970, 1, 1, 0, 0)
                                        .plusSeconds((Long) value / 1_000_000)
                                        .toString();
                            default -> value.toString();
                        })
                .toList();
    }

    @Test
    void labelsStandInTheirNaturalOrder() {
        assertEquals(List.of("-2", "0", "9", "10"), labels(Type.INTEGER, 10L, -2L, null, 9L, 0L, 10L));
        assertEquals(
                List.of("-1.5", "0", "0.1", "10", "1250000"),
                labels(Type.DECIMAL, 10.0, 0.1, -1.5, -0.0, 0.0, 1_250_000.0));
        assertEquals(List.of("1969-12-31", "2013-10-01"), labels(Type.DATE, 15_979L, -1L));
        assertEquals(List.of("1970-01-01T00:00", "1970-01-01T00:00:01.000002"), labels(Type.TIMESTAMP, 1_000_002L, 0L));
        assertEquals(List.of("0", "2", "3,5", "10"), labels(Type.CATEGORY, "10", "2", "3,5", "0"));
        assertEquals(List.of("1", "1.0", "1.00", "02"), labels(Type.CATEGORY, "02", "1.00", "1", "1.0"));
        assertEquals(List.of("10", "2", "x"), labels(Type.CATEGORY, "x", "10", "2"));
        assertEquals(List.of("", "Île", "école"), labels(Type.TEXT, "école", "Île", ""));
    }

    private static List<String> labels(Type type, Object... values) {
        TestTable data = TestTable.of(List.of(field("key", type)), Arrays.asList(values));
        return ask(data, "key").labels(0);
    }

    @Test
    void aCategoryOfUncountedRowsOnlyIsNotNamed() {
        TestTable data = TestTable.of(
                List.of(field("a", Type.CATEGORY), field("b", Type.CATEGORY)),
                Arrays.asList("x", "y", null),
                Arrays.asList("1", null, "2"));
        Cells cells = ask(data, "a", "b");
        assertEquals(List.of("x"), cells.labels(0));
        assertEquals(List.of("1"), cells.labels(1));
        assertEquals(new Cell(Region.of(Region.MISSING, Region.MISSING), 2, 2), cells.missing());
        assertEquals(1, cells.cell(cells.total()).rows());
    }

    @Test
    void aRowThatNamesNobodyIsAPersonOfItsOwn() {
        TestTable data = TestTable.of(
                List.of(field("a", Type.CATEGORY), field("person", Type.CATEGORY, RoleId.SUBJECT)),
                Arrays.asList("x", "x", "x", "x", "y", null, null),
                Arrays.asList("p", "p", null, null, "p", "p", null));
        Cells cells = ask(data, "a");
        assertEquals(new Cell(Region.of(0), 4, 3), cells.cell(Region.of(0)));
        assertEquals(new Cell(Region.of(1), 1, 1), cells.cell(Region.of(1)));
        assertEquals(new Cell(Region.of(Region.ALL), 5, 3), cells.cell(cells.total()));
        assertEquals(new Cell(Region.of(Region.MISSING), 2, 2), cells.missing());
    }

    @Test
    void anEmptyTableHasNoCategories() {
        Cells cells = ask(
                TestTable.of(List.of(field("a", Type.CATEGORY), field("b", Type.INTEGER)), List.of(), List.of()),
                "a",
                "b");
        assertEquals(List.of(), cells.labels(0));
        assertEquals(List.of(), cells.labels(1));
        assertEquals(0, cells.cell(cells.total()).rows());
        assertEquals(0, cells.missing().rows());
    }

    @Test
    void refusesASlotOrColumnThatIsNotThere() {
        TestTable data = TestTable.of(List.of(field("a", Type.CATEGORY)), List.of("x"));
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("slot", data.write(new MemoryChunkStore(), 1)));
        for (FieldRef wrong : List.of(new FieldRef("slot", "b"), new FieldRef("other", "a"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> engine.answer(new Query.Aggregate(List.of(wrong), Unit.ROW), JobControl.NONE));
        }
    }

    private static Cells ask(TestTable data, String... keys) {
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("slot", data.write(new MemoryChunkStore(), 3)));
        List<FieldRef> by =
                Arrays.stream(keys).map(key -> new FieldRef("slot", key)).toList();
        return engine.answer(new Query.Aggregate(by, Unit.ROW), JobControl.NONE);
    }
}
