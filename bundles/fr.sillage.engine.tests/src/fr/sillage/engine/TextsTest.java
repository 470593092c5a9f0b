package fr.sillage.engine;

import static fr.sillage.engine.RowAnswers.ask;
import static fr.sillage.engine.RowAnswers.ref;
import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.TextSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final TestTable SAID = TestTable.of(
            List.of(field("person", Type.TEXT, RoleId.SUBJECT), field("module", Type.CATEGORY), field("t", Type.TEXT)),
            Arrays.asList("p", "q", "p", null, "r", "s"),
            Arrays.asList("M2", "M1", "M1", "M2", null, null),
            Arrays.asList("good", "good", null, "bad", "long", null));

    private static List<List<String>> entries(TextSet set) {
        return IntStream.range(0, set.size())
                .mapToObj(entry -> Stream.concat(
                                Stream.of(set.text(entry)),
                                IntStream.range(0, set.keys().size())
                                        .mapToObj(key -> set.labels(key).get(set.code(entry, key))))
                        .toList())
                .toList();
    }

    private static List<String> sorted(List<List<String>> entries) {
        return entries.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void givesTextsWithTheirCategories() {
        TextSet set = ask(SAID, new Query.Texts(ref("t"), List.of(ref("module")), Filter.ALL));
        assertEquals(List.of("M1", "M2"), set.labels(0));
        assertEquals(List.of("[bad, M2]", "[good, M1]", "[good, M2]"), sorted(entries(set)));
        assertEquals(new TextSet.LeftOut(2, 1), set.leftOut());
        assertEquals(2, set.texts().size(), "a text that comes again is there once");
        assertEquals(set.text(0), set.texts().getFirst());
        assertEquals(
                4, ask(SAID, new Query.Texts(ref("t"), List.of(), Filter.ALL)).size());
    }

    @Test
    void findsWhatTheSlowReferenceFindsOnRandomTables() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + 40; seed++) {
            Random random = new Random(seed);
            RandomData data = RowAnswers.data(random);
            Query.Texts query = random(random, data);
            assertLikeReference("seed " + seed + ", " + query, data.table(), query, ask(data.table(), query));
        }
    }

    static Query.Texts random(Random random, RandomData data) {
        List<Key> keys = new ArrayList<>(List.of(
                ref("region"),
                ref("credits"),
                ref("mark"),
                new Key.Part(ref("day"), DatePart.SCHOOL_YEAR),
                new Key.Bands(ref("credits"), List.of(BigDecimal.ONE))));
        Collections.shuffle(keys, random);
        return new Query.Texts(
                ref(random.nextBoolean() ? "ticked" : "answer"),
                keys.subList(0, random.nextInt(4)),
                RowAnswers.filter(random, data));
    }

    static void assertLikeReference(String what, TestTable table, Query.Texts query, TextSet set) {
        List<List<String>> expected = new ArrayList<>();
        long[] lacking = new long[2];
        RowAnswers.rows(table, query.filter()).forEach(row -> {
            Object text = table.value(query.text().column(), row);
            List<String> entry = new ArrayList<>(List.of(text == null ? "" : (String) text));
            query.by().forEach(key -> entry.add(RowAnswers.category(table, key, row)));
            if (text == null || entry.subList(1, entry.size()).contains("")) {
                lacking[text == null ? 0 : 1]++;
            } else {
                expected.add(entry);
            }
        });
        assertEquals(new TextSet.LeftOut(lacking[0], lacking[1]), set.leftOut(), what);
        assertEquals(sorted(expected), sorted(entries(set)), what);
        assertEquals(set.texts().size(), set.texts().stream().distinct().count(), what);
    }

    /** Neither the entries nor the list of different texts tell in which order rows are stored. */
    @Test
    void theOrderTellsNothing() {
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> "text " + i).toList();
        TestTable data = TestTable.of(List.of(field("t", Type.TEXT)), texts);
        Query.Texts query = new Query.Texts(ref("t"), List.of(), Filter.ALL);
        List<String> one = ask(data, query).texts();
        assertNotEquals(texts, one);
        assertNotEquals(one, ask(data, query).texts());
        assertEquals(texts.stream().sorted().toList(), one.stream().sorted().toList());
    }

    @Test
    void refusesWhatNamesPersonsAndWhatIsNoText() {
        assertThrows(
                IllegalArgumentException.class, () -> ask(SAID, new Query.Texts(ref("person"), List.of(), Filter.ALL)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ask(SAID, new Query.Texts(ref("t"), List.of(ref("person")), Filter.ALL)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Query.Texts(ref("t"), Collections.nCopies(5, ref("module")), Filter.ALL));
        TestTable numbers = TestTable.of(List.of(field("n", Type.INTEGER)), List.of(1L));
        assertThrows(
                IllegalArgumentException.class, () -> ask(numbers, new Query.Texts(ref("n"), List.of(), Filter.ALL)));
    }

    @Test
    void isRefusedBeyondTheBudgetAndCancelled() {
        Query.Texts query = new Query.Texts(ref("t"), List.of(), Filter.ALL);
        RowAnswers.assertRefusedWithoutMemory(SAID, query);
        RowAnswers.assertCancelled(SAID, query);
    }

    @Test
    void anEmptyTableHasNoTexts() {
        TestTable data = TestTable.of(List.of(field("t", Type.TEXT)), List.of());
        assertEquals(
                0, ask(data, new Query.Texts(ref("t"), List.of(), Filter.ALL)).size());
    }
}
