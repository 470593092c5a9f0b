package fr.sillage.engine;

import static fr.sillage.engine.RowAnswers.ref;
import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.AnswerTooLargeException;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What random tables hardly hold, asked of both engines. */
class DuckDbEngineTest {
    private static final TestTable ODD = TestTable.of(
            List.of(
                    field("person", Type.TEXT, RoleId.SUBJECT),
                    field("text", Type.CATEGORY),
                    field("ticked", Type.TEXT),
                    field("number", Type.DECIMAL),
                    field("moment", Type.TIMESTAMP),
                    field("whole", Type.INTEGER)),
            Arrays.asList("p", "q", "p", null, "r", "r", "q"),
            Arrays.asList("10", "9", "it's; -- {} ?", "\"", "\u00e9\u20ac\ud83d\ude00", "2,5", null),
            Arrays.asList("a;\u2003b\t;a", " ;; ", "it's", "\u00a0;c", "a|b;b", "\u000bd\u001f", null),
            Arrays.asList(-0.0, 0.0, 1e300, -1e-300, 0.1, 1.0 / 3, null),
            Arrays.asList(-1L, 0L, -86_400_000_001L, 951_782_400_000_000L, 1L, null, -62_135_596_800_000_000L),
            Arrays.asList(Long.MAX_VALUE, Long.MIN_VALUE, 0L, -1L, 5L, null, 1L));

    private static void assertBoth(Query.Aggregate query) throws SQLException {
        Map<String, TestTable> slots = Map.of(RandomQueries.SLOT, ODD);
        try (DuckDb database = new DuckDb()) {
            QueryEngine scan = new ScanQueryEngine(Map.of(RandomQueries.SLOT, ODD.write(new MemoryChunkStore(), 3)));
            SameCells.assertSame(
                    query.toString(),
                    scan.answer(query, JobControl.NONE),
                    database.engine(slots).answer(query, JobControl.NONE));
        }
    }

    @Test
    void oddValuesAreTheSameCategories() throws SQLException {
        for (Key key : List.of(
                ref("text"),
                ref("number"),
                ref("moment"),
                ref("whole"),
                new Key.Choices(ref("ticked"), ";"),
                new Key.Choices(ref("ticked"), "|"),
                new Key.Part(ref("moment"), DatePart.WEEKDAY),
                new Key.Part(ref("moment"), DatePart.SCHOOL_YEAR),
                new Key.Part(ref("moment"), DatePart.HOUR),
                new Key.Folded(ref("text"), Map.of("it's; -- {} ?", "9", "\"", "it's")),
                new Key.Folded(ref("number"), Map.of("0", "near", "0.1", "near", "no number", "x")),
                new Key.Folded(ref("moment"), Map.of("1970-01-01T00:00", "epoch")))) {
            assertBoth(new Query.Aggregate(List.of(key), Unit.SUBJECT));
        }
    }

    /** Once the texts that are no numbers are gathered, the others stand in the order of their value. */
    @Test
    void gatheredTextsDoNotSpoilTheOrderOfNumbers() throws SQLException {
        Map<String, String> names =
                Map.of("it's; -- {} ?", "others", "\"", "others", "\u00e9\u20ac\ud83d\ude00", "others");
        Query.Aggregate query = new Query.Aggregate(List.of(new Key.Folded(ref("text"), names)), Unit.ROW);
        assertBoth(query);
        try (DuckDb database = new DuckDb()) {
            assertEquals(
                    List.of("2,5", "9", "10", "others"),
                    database.engine(Map.of(RandomQueries.SLOT, ODD))
                            .answer(query, JobControl.NONE)
                            .labels(0));
        }
    }

    @Test
    void oddValuesAreMeasuredAlike() throws SQLException {
        assertBoth(new Query.Aggregate(
                List.of(ref("text")),
                List.of(
                        new Measure.Choices(ref("ticked"), ";"),
                        new Measure.Least(ref("moment")),
                        new Measure.Most(ref("number")),
                        new Measure.Quantile(ref("number"), 0.5),
                        new Measure.Mean(ref("number"))),
                List.of(),
                new Filter.Not(Filter.In.texts(ref("text"), List.of("it's; -- {} ?"))),
                Unit.ROW));
    }

    @Test
    void overlapsAreTheSame() throws SQLException {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            RandomData data = RandomData.of(random, 300, 6);
            List<Filter> groups = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> RowAnswers.filter(random, data))
                    .toList();
            List<FieldRef> by = random.nextBoolean() ? List.of() : List.of(ref("region"));
            try (DuckDb database = new DuckDb()) {
                SameCells.assertSame(
                        "seed " + seed + ", " + groups,
                        new ScanQueryEngine(
                                        Map.of(RandomQueries.SLOT, data.table().write(new MemoryChunkStore(), 150)))
                                .overlaps(RandomQueries.SLOT, by, groups, JobControl.NONE),
                        database.engine(data.slots()).overlaps(RandomQueries.SLOT, by, groups, JobControl.NONE));
            }
        }
    }

    @Test
    void refusesWhatTheOtherEngineRefuses() throws SQLException {
        RandomData data = RandomData.of(new Random(5), 20, 5);
        FieldRef other = new FieldRef(RandomQueries.OTHER, "number");
        List<Query<?>> wrong = List.of(
                new Query.Aggregate(List.of(ref("nothing")), Unit.ROW),
                new Query.Aggregate(List.of(new FieldRef("nowhere", "region")), Unit.ROW),
                new Query.Aggregate(List.of(new Key.Part(ref("region"), DatePart.YEAR)), Unit.ROW),
                new Query.Aggregate(List.of(new Key.Choices(ref("credits"), ";")), Unit.ROW),
                new Query.Aggregate(List.of(ref("region")), Filter.In.texts(ref("credits"), List.of("1")), Unit.ROW),
                new Query.Aggregate(
                        List.of(ref("region")), List.of(new Measure.Sum(ref("day"))), List.of(), Filter.ALL, Unit.ROW),
                new Query.Aggregate(
                        List.of(ref("region")),
                        List.of(),
                        List.of(new Link(ref("region"), other)),
                        Filter.ALL,
                        Unit.ROW),
                new Query.Aggregate(
                        List.of(ref("region")),
                        List.of(),
                        List.of(new Link(ref("credits"), other)),
                        new Filter.Or(List.of(new Filter.Missing(ref("region")), new Filter.Missing(other))),
                        Unit.ROW),
                new Query.Sequences(ref("region"), ref("mark"), ref("region"), Filter.ALL),
                new Query.Texts(ref("mark"), List.of(), Filter.ALL));
        QueryEngine scan = new ScanQueryEngine(Map.of(
                RandomQueries.SLOT,
                data.table().write(new MemoryChunkStore(), 9),
                RandomQueries.OTHER,
                data.other().write(new MemoryChunkStore(), 9)));
        try (DuckDb database = new DuckDb()) {
            QueryEngine sql = database.engine(data.slots());
            for (Query<?> query : wrong) {
                assertThrows(
                        IllegalArgumentException.class, () -> scan.answer(query, JobControl.NONE), query.toString());
                assertThrows(
                        IllegalArgumentException.class, () -> sql.answer(query, JobControl.NONE), query.toString());
            }
        }
    }

    @Test
    void namesNobodyInSingleRows() throws SQLException {
        try (DuckDb database = new DuckDb()) {
            QueryEngine engine = database.engine(Map.of(RandomQueries.SLOT, ODD));
            for (Query<?> query : List.of(
                    new Query.Sequences(ref("person"), ref("whole"), ref("person"), Filter.ALL),
                    new Query.Texts(ref("person"), List.of(), Filter.ALL),
                    new Query.Texts(ref("text"), List.of(ref("person")), Filter.ALL),
                    new Query.Frame(List.of(ref("person")), Optional.empty(), Filter.ALL))) {
                assertThrows(
                        IllegalArgumentException.class, () -> engine.answer(query, JobControl.NONE), query.toString());
            }
        }
    }

    @Test
    void isRefusedBeyondTheBudgetAndCancelled() throws SQLException {
        List<Object> numbers = IntStream.range(0, TooManyCellsException.MOST + 1)
                .mapToObj(i -> (Object) (long) i)
                .toList();
        TestTable many = TestTable.of(List.of(field("number", Type.INTEGER)), numbers);
        JobControl cancelled = new JobControl() {
            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Query.Aggregate each = new Query.Aggregate(List.of(ref("number")), Unit.ROW);
        Query.Frame frame = new Query.Frame(List.of(ref("number")), Optional.empty(), Filter.ALL);
        try (DuckDb database = new DuckDb()) {
            QueryEngine engine = database.engine(Map.of(RandomQueries.SLOT, many), 1_000);
            assertThrows(TooManyCellsException.class, () -> engine.answer(each, JobControl.NONE));
            assertThrows(AnswerTooLargeException.class, () -> engine.answer(frame, JobControl.NONE));
            assertThrows(JobCancelledException.class, () -> engine.answer(each, cancelled));
        }
    }
}
