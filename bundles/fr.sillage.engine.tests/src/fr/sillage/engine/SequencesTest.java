package fr.sillage.engine;

import static fr.sillage.engine.RowAnswers.ask;
import static fr.sillage.engine.RowAnswers.askCached;
import static fr.sillage.engine.RowAnswers.ref;
import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.SequenceSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private static final TestTable PATHS = TestTable.of(
            List.of(field("person", Type.TEXT, RoleId.SUBJECT), field("day", Type.DATE), field("s", Type.CATEGORY)),
            Arrays.asList("p", "q", "p", "p", null, "q", "p", "q", "q"),
            Arrays.asList(3L, 1L, 1L, 2L, 1L, 1L, 2L, null, null),
            Arrays.asList("c", "b", "a", "d", "a", "a", "b", "a", null));

    private static SequenceSet sequences(TestTable data, String time, Key state) {
        return askCached(data, new Query.Sequences(ref("person"), ref(time), state, Filter.ALL));
    }

    /** What somebody is in, and when. */
    private record Event(long time, String state) {}

    private static List<List<Event>> events(SequenceSet set) {
        return IntStream.range(0, set.size())
                .mapToObj(i -> IntStream.range(0, set.length(i))
                        .mapToObj(k -> new Event(set.time(i, k), set.states().get(set.state(i, k))))
                        .toList())
                .toList();
    }

    private static List<String> sorted(List<List<Event>> sequences) {
        return sequences.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void ordersEachPersonsStatesByTimeAndThoseOfOneDayByState() {
        SequenceSet set = sequences(PATHS, "day", ref("s"));
        assertEquals(List.of("a", "b", "c", "d"), set.states());
        assertEquals(
                List.of(
                        List.of(new Event(1, "a"), new Event(1, "b")),
                        List.of(new Event(1, "a"), new Event(2, "b"), new Event(2, "d"), new Event(3, "c"))),
                events(set).stream().sorted(Comparator.comparing(List::size)).toList());
        assertEquals(6, set.events());
        assertArrayEquals(new long[][] {{0, 2, 0, 0}, {0, 0, 0, 1}, {0, 0, 0, 0}, {0, 0, 1, 0}}, set.transitions());
        assertThrows(IndexOutOfBoundsException.class, () -> set.state(0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> set.time(0, set.length(0)));
    }

    /** A row that lacks several is counted for the first: person, then state, then time. */
    @Test
    void countsApartWhatIsMissing() {
        assertEquals(
                new SequenceSet.LeftOut(1, 1, 1),
                sequences(PATHS, "day", ref("s")).leftOut());
    }

    @Test
    void findsWhatTheSlowReferenceFindsOnRandomTables() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + 40; seed++) {
            Random random = new Random(seed);
            RandomData data = RowAnswers.data(random);
            Query.Sequences query = random(random, data);
            assertLikeReference("seed " + seed + ", " + query, data.table(), query, ask(data.table(), query));
            assertLikeReference("seed " + seed + ", " + query, data.table(), query, askCached(data.table(), query));
        }
    }

    static Query.Sequences random(Random random, RandomData data) {
        return new Query.Sequences(
                ref("person"),
                ref(List.of("day", "moment", "credits").get(random.nextInt(3))),
                state(random),
                RowAnswers.filter(random, data));
    }

    private static Key state(Random random) {
        return List.of(
                        ref("region"),
                        ref("answer"),
                        ref("mark"),
                        ref("credits"),
                        new Key.Part(ref("moment"), DatePart.MONTH),
                        new Key.Bands(ref("mark"), List.of(BigDecimal.ZERO)),
                        new Key.Folded(ref("region"), Map.of("region 1", "one", "region 2", "one")))
                .get(random.nextInt(7));
    }

    static void assertLikeReference(String what, TestTable table, Query.Sequences query, SequenceSet set) {
        Map<Object, List<Event>> byPerson = new HashMap<>();
        long[] lacking = new long[3];
        List<SlowKey.Category> met = new ArrayList<>();
        RowAnswers.rows(table, query.filter()).forEach(row -> {
            Object person = table.value("person", row);
            Object time = table.value(query.time().column(), row);
            List<SlowKey.Category> states = SlowKey.categories(table, query.state(), row);
            if (person == null || states.isEmpty()) {
                lacking[person == null ? 0 : 1]++;
                return;
            }
            if (time == null) {
                lacking[2]++;
                return;
            }
            met.add(states.getFirst());
            byPerson.computeIfAbsent(person, p -> new ArrayList<>())
                    .add(new Event((Long) time, states.getFirst().text()));
        });
        List<String> states = SlowKey.labels(query.state(), table, met);
        assertEquals(new SequenceSet.LeftOut(lacking[0], lacking[2], lacking[1]), set.leftOut(), what);
        byPerson.values()
                .forEach(events -> events.sort(
                        Comparator.comparing(Event::time).thenComparing(event -> states.indexOf(event.state()))));
        assertEquals(sorted(List.copyOf(byPerson.values())), sorted(events(set)), what);
        assertEquals(states, set.states(), what);
    }

    /** One person of many rows, such as a module that is followed by all. */
    @Test
    void sortsALongSequence() {
        List<Object> days = new ArrayList<>(IntStream.range(0, 100_000)
                .mapToObj(i -> (Object) (long) (i / 2))
                .toList());
        Collections.shuffle(days, new Random(7));
        TestTable data = TestTable.of(
                List.of(field("person", Type.INTEGER), field("day", Type.INTEGER)),
                Collections.nCopies(days.size(), 1L),
                days);
        SequenceSet set = sequences(data, "day", ref("day"));
        assertEquals(1, set.size());
        IntStream.range(0, days.size()).forEach(i -> assertEquals(i / 2, set.time(0, i)));
    }

    @Test
    void twoAnswersCannotBePutSideBySide() {
        List<Object> persons =
                IntStream.range(0, 500).mapToObj(i -> (Object) ("p" + i)).toList();
        List<Object> days =
                IntStream.range(0, 500).mapToObj(i -> (Object) (long) i).toList();
        TestTable data = TestTable.of(
                List.of(field("person", Type.TEXT, RoleId.SUBJECT), field("day", Type.DATE)), persons, days);
        SequenceSet one = sequences(data, "day", ref("day"));
        SequenceSet other = sequences(data, "day", ref("day"));
        assertNotEquals(events(one), events(other));
        assertEquals(sorted(events(one)), sorted(events(other)));
    }

    @Test
    void refusesWhatIsNoSequence() {
        assertThrows(IllegalArgumentException.class, () -> sequences(PATHS, "s", ref("s")), "a time without order");
        assertThrows(IllegalArgumentException.class, () -> sequences(PATHS, "day", ref("person")), "pseudonyms");
        assertThrows(IllegalArgumentException.class, () -> sequences(PATHS, "other", ref("s")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Query.Sequences(ref("person"), ref("s"), new FieldRef("other", "s"), Filter.ALL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Query.Sequences(ref("person"), ref("day"), new Key.Choices(ref("s"), ";"), Filter.ALL));
    }

    @Test
    void isRefusedBeyondTheBudgetAndCancelled() {
        Query.Sequences query = new Query.Sequences(ref("person"), ref("day"), ref("s"), Filter.ALL);
        RowAnswers.assertRefusedWithoutMemory(PATHS, query);
        RowAnswers.assertCancelled(PATHS, query);
    }

    @Test
    void anEmptyTableHasNoSequences() {
        TestTable data =
                TestTable.of(List.of(field("person", Type.TEXT), field("day", Type.DATE)), List.of(), List.of());
        assertEquals(0, sequences(data, "day", ref("day")).size());
    }
}
