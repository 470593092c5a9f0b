package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregateTest {
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

    @Test
    void partsOfDatesAreCategories() {
        List<Object> moments = moments("2023-08-31T23:59:59", "2023-09-01T00:00:00", "2024-02-29T07:05:00");
        assertEquals(List.of("2023", "2024"), parts(Type.TIMESTAMP, DatePart.YEAR, moments));
        assertEquals(List.of("2022-2023", "2023-2024"), parts(Type.TIMESTAMP, DatePart.SCHOOL_YEAR, moments));
        assertEquals(List.of("02", "08", "09"), parts(Type.TIMESTAMP, DatePart.MONTH, moments));
        assertEquals(List.of("4", "5"), parts(Type.TIMESTAMP, DatePart.WEEKDAY, moments));
        assertEquals(List.of("00", "07", "23"), parts(Type.TIMESTAMP, DatePart.HOUR, moments));
        assertEquals(List.of("3", "4"), parts(Type.DATE, DatePart.WEEKDAY, List.of(-1L, 0L)));
        assertThrows(IllegalArgumentException.class, () -> parts(Type.DATE, DatePart.HOUR, List.of(0L)));
        assertThrows(IllegalArgumentException.class, () -> parts(Type.INTEGER, DatePart.YEAR, List.of(0L)));
    }

    private static List<Object> moments(String... texts) {
        return Arrays.stream(texts)
                .map(text -> (Object) (1_000_000L * LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC)))
                .toList();
    }

    private static List<String> parts(Type type, DatePart part, List<?> values) {
        return ask(
                        TestTable.of(List.of(field("key", type)), values),
                        Filter.ALL,
                        new Key.Part(new FieldRef("slot", "key"), part))
                .labels(0);
    }

    @Test
    void numbersFallIntoBands() {
        assertEquals(
                List.of("< 10", "10 – 19", "20", "≥ 21"),
                bands(Type.INTEGER, List.of(9L, 10L, 19L, 20L, 21L, Long.MAX_VALUE), "10", "20", "21"));
        assertEquals(
                List.of("< -0.5", "-0.5 – < 1", "≥ 1"),
                bands(Type.DECIMAL, List.of(-0.6, -0.5, 0.99, 1.0), "-0.50", "1.0"));
        assertEquals(
                List.of("< 1.2", "1.5 – < 1E30".replace("1E30", "1" + "0".repeat(30))),
                bands(Type.INTEGER, List.of(1L, 2L, Long.MAX_VALUE), "1.2", "1.5", "1E30"));
        assertThrows(IllegalArgumentException.class, () -> bands(Type.DATE, List.of(0L), "1"));
        assertThrows(IllegalArgumentException.class, () -> bands(Type.INTEGER, List.of(0L), "2", "2.0"));
        assertThrows(IllegalArgumentException.class, () -> bands(Type.INTEGER, List.of(0L)));
    }

    private static List<String> bands(Type type, List<?> values, String... bounds) {
        Key key = new Key.Bands(
                new FieldRef("slot", "key"),
                Arrays.stream(bounds).map(BigDecimal::new).toList());
        return ask(TestTable.of(List.of(field("key", type)), values), Filter.ALL, key)
                .labels(0);
    }

    @Test
    void aFilterTakesRowsAndCountsTheOthersApart() {
        TestTable data = TestTable.of(
                List.of(
                        field("a", Type.CATEGORY),
                        field("n", Type.INTEGER),
                        field("person", Type.TEXT, RoleId.SUBJECT)),
                Arrays.asList("x", "x", "y", null, "z"),
                Arrays.asList(1L, 2L, null, 2L, 5L),
                Arrays.asList("p", "q", "q", "q", "q"));
        FieldRef a = new FieldRef("slot", "a");
        FieldRef n = new FieldRef("slot", "n");
        Filter under3 = Filter.Range.between(n, Constant.Number.of(1), Constant.Number.of(2.5));
        Cells cells = ask(data, under3, a);
        assertEquals(List.of("x"), cells.labels(0));
        assertEquals(new Cell(Region.of(0), 2, 2), cells.cell(Region.of(0)));
        assertEquals(new Cell(Region.of(Region.MISSING), 1, 1), cells.missing());
        assertEquals(new Cell(Region.of(Region.EXCLUDED), 2, 1), cells.excluded());
        assertEquals(
                List.of("y", "z"), ask(data, new Filter.Not(under3), a).labels(0), "what is missing is in no range");
        assertEquals(List.of("y"), ask(data, new Filter.Missing(n), a).labels(0));
        assertEquals(
                List.of("y", "z"),
                ask(data, Filter.In.texts(a, List.of("z", "y", "elsewhere")), a).labels(0));
        assertEquals(List.of(), ask(data, new Filter.Or(List.of()), a).labels(0));
    }

    @Test
    void refusesAFilterThatDoesNotFitItsColumn() {
        TestTable data = TestTable.of(
                List.of(field("a", Type.CATEGORY), field("n", Type.INTEGER), field("d", Type.DATE)),
                List.of("x"),
                List.of(1L),
                List.of(1L));
        FieldRef a = new FieldRef("slot", "a");
        FieldRef n = new FieldRef("slot", "n");
        FieldRef d = new FieldRef("slot", "d");
        Constant one = Constant.Number.of(1);
        for (Filter wrong : List.of(
                Filter.In.texts(n, List.of("1")),
                new Filter.In(a, List.of(one)),
                Filter.Range.between(a, new Constant.Text("a"), new Constant.Text("b")),
                Filter.Range.between(d, one, one),
                new Filter.In(d, List.of(new Constant.Moment(LocalDateTime.MIN))),
                new Filter.Missing(new FieldRef("slot", "b")))) {
            assertThrows(IllegalArgumentException.class, () -> ask(data, wrong, a), wrong.toString());
        }
    }

    private static Cells ask(TestTable data, Filter filter, Key key) {
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("slot", data.write(new MemoryChunkStore(), 3)));
        return engine.answer(new Query.Aggregate(List.of(key), filter, Unit.ROW), JobControl.NONE);
    }

    @Test
    void refusesAMeasureThatDoesNotFitItsColumn() {
        TestTable data = TestTable.of(
                List.of(field("a", Type.CATEGORY), field("d", Type.DATE)), List.of("x", "x"), List.of(3L, 9L));
        FieldRef a = new FieldRef("slot", "a");
        FieldRef d = new FieldRef("slot", "d");
        for (Measure wrong : List.of(
                new Measure.Sum(d),
                new Measure.Mean(d),
                new Measure.Most(a),
                new Measure.Choices(d, ";"),
                new Measure.Least(new FieldRef("slot", "b")))) {
            assertThrows(IllegalArgumentException.class, () -> ask(data, wrong, a), wrong.toString());
        }
        assertEquals(
                new Amount(6, 1, 1, 2, 2),
                ask(data, new Measure.Quantile(d, 0.5), a)
                        .cell(Region.of(0))
                        .amounts()
                        .getFirst());
        assertThrows(IllegalArgumentException.class, () -> new Measure.Quantile(d, 1.5));
    }

    @Test
    void countsTheValuesThatTextsHold() {
        TestTable data = TestTable.of(
                List.of(field("a", Type.CATEGORY), field("ticked", Type.TEXT)),
                List.of("x", "x", "x", "x"),
                Arrays.asList("new; near", "near", " ; ", null));
        Measure.Choices choices = new Measure.Choices(new FieldRef("slot", "ticked"), ";");
        assertEquals(
                new Amount(3, 2, 1, 2, 2),
                ask(data, choices, new FieldRef("slot", "a"))
                        .cell(Region.of(0))
                        .amounts()
                        .getFirst());
        assertThrows(IllegalArgumentException.class, () -> new Measure.Choices(new FieldRef("slot", "a"), ""));
    }

    @Test
    void measuresARowOnceInEachChoiceAndInTheTotal() {
        TestTable data = TestTable.of(
                List.of(field("ticked", Type.TEXT), field("mark", Type.INTEGER)),
                List.of("new; near", "near", " ; ", "new"),
                Arrays.asList(10L, 4L, 100L, null));
        Cells cells = ask(
                data,
                new Measure.Sum(new FieldRef("slot", "mark")),
                new Key.Choices(new FieldRef("slot", "ticked"), ";"));
        assertEquals(List.of("near", "new"), cells.labels(0));
        assertEquals(new Amount(14, 10, 4, 2, 2), amount(cells, 0));
        assertEquals(new Amount(10, 10, 0, 1, 1), amount(cells, 1));
        assertEquals(new Amount(14, 10, 4, 2, 2), amount(cells, Region.ALL));
        assertEquals(3, cells.cell(Region.of(Region.ALL)).rows());
        assertEquals(1, cells.missing().rows());
    }

    private static Amount amount(Cells cells, int code) {
        return cells.cell(Region.of(code)).amounts().getFirst();
    }

    private static Cells ask(TestTable data, Measure measure, Key key) {
        ScanQueryEngine engine = new ScanQueryEngine(Map.of("slot", data.write(new MemoryChunkStore(), 3)));
        return engine.answer(
                new Query.Aggregate(List.of(key), List.of(measure), List.of(), Filter.ALL, Unit.ROW), JobControl.NONE);
    }

    @Test
    void refusesLinksThatDoNotJoinAllSlotsOnce() {
        FieldRef a = new FieldRef("a", "x");
        FieldRef b = new FieldRef("b", "x");
        FieldRef c = new FieldRef("c", "x");
        for (List<Link> wrong : List.of(
                List.<Link>of(),
                List.of(new Link(a, c)),
                List.of(new Link(a, b), new Link(b, a)),
                List.of(new Link(a, b), new Link(b, c), new Link(c, a)))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Query.Aggregate(List.of(a, b), List.of(), wrong, Filter.ALL, Unit.ROW));
        }
        assertThrows(IllegalArgumentException.class, () -> new Link(a, new FieldRef("a", "y")));
        assertEquals(
                List.of("a", "b", "c"),
                new Query.Aggregate(
                                List.of(a, b), List.of(), List.of(new Link(b, c), new Link(a, b)), Filter.ALL, Unit.ROW)
                        .slots());
    }

    /** So many cells that nobody could look at them: told before they fill the memory. */
    @Test
    void refusesMoreCellsThanAnybodyCanLookAt() {
        List<Object> numbers = new ArrayList<>();
        for (long i = 0; i < 400_000; i++) {
            numbers.add(i * 7_919);
        }
        TestTable data = TestTable.of(List.of(field("a", Type.INTEGER), field("b", Type.INTEGER)), numbers, numbers);
        assertThrows(TooManyCellsException.class, () -> ask(data, "a", "b"));
        assertThrows(TooManyCellsException.class, () -> ask(data, "a"));
    }
}
