package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewKeysTest {
    private static final List<Field> FIELDS = List.of(
            TestTable.field("person", Type.CATEGORY, RoleId.SUBJECT),
            TestTable.field("session", Type.TEXT),
            TestTable.field("day", Type.DATE),
            TestTable.field("mark", Type.DECIMAL));
    private static final int BATCH = 8_192;

    private final MemoryChunkStore store = new MemoryChunkStore();

    /** What is left of stored rows, and how many new ones took a place. */
    private record Outcome(List<List<Object>> rows, long replacing, long added, long withoutKey) {}

    private Outcome replace(List<List<Object>> before, List<List<Object>> fresh, List<Integer> keys) {
        StoredTable stored = table(before).write(store, BATCH);
        TableId id = TableId.random();
        MemoryBudget budget = MemoryBudget.ofHeap(2);
        try (NewKeys known = new NewKeys(FIELDS, keys, budget);
                TableWriter writer = new TableWriter(store, id, FIELDS)) {
            for (int from = 0; from < fresh.size(); from += BATCH) {
                List<Column> columns = columns(fresh.subList(from, Math.min(fresh.size(), from + BATCH)));
                known.add(columns);
                writer.append(columns);
            }
            writer.append(stored, known.others(stored, JobControl.NONE), JobControl.NONE);
            Outcome outcome = new Outcome(
                    read(new StoredTable(store, id, FIELDS, writer.finish())),
                    known.replacing(),
                    known.added(),
                    known.withoutKey());
            known.close();
            assertEquals(0, budget.taken());
            return outcome;
        }
    }

    /** The same, row by row. */
    private static Outcome reference(List<List<Object>> before, List<List<Object>> fresh, List<Integer> keys) {
        Set<List<Object>> replaced = new HashSet<>();
        before.forEach(row -> replaced.add(key(row, keys)));
        Set<List<Object>> known = new HashSet<>();
        long[] counts = new long[3];
        for (List<Object> row : fresh) {
            List<Object> key = key(row, keys);
            if (key.contains(null)) {
                counts[2]++;
            } else {
                known.add(key);
                counts[replaced.contains(key) ? 0 : 1]++;
            }
        }
        List<List<Object>> rows = new ArrayList<>(fresh);
        before.stream().filter(row -> !known.contains(key(row, keys))).forEach(rows::add);
        return new Outcome(rows, counts[0], counts[1], counts[2]);
    }

    private static List<Object> key(List<Object> row, List<Integer> keys) {
        List<Object> key = new ArrayList<>();
        keys.forEach(column -> key.add(row.get(column)));
        return key;
    }

    @Test
    void everyRowIsReplacedByThoseOfItsKeyAndByNoOthers() {
        for (int round = 0; round < 60; round++) {
            long seed = new Random().nextLong();
            Random random = new Random(seed);
            int persons = 1 + random.nextInt(2_000);
            List<List<Object>> before = rows(random, round == 0 ? 150_000 : random.nextInt(3_000), persons);
            List<List<Object>> fresh = rows(random, round == 1 ? 150_000 : random.nextInt(3_000), persons);
            List<Integer> keys = new ArrayList<>(List.of(0, 1, 2, 3));
            Collections.shuffle(keys, random);
            keys = keys.subList(0, 1 + random.nextInt(4));
            assertEquals(reference(before, fresh, keys), replace(before, fresh, keys), "seed " + seed + " " + keys);
        }
    }

    private static List<List<Object>> rows(Random random, int count, int persons) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.asList(
                    random.nextInt(20) == 0 ? null : "p" + random.nextInt(persons),
                    random.nextInt(20) == 0 ? null : "session " + random.nextInt(5),
                    random.nextInt(20) == 0 ? null : (Object) random.nextLong(-3, 4),
                    random.nextInt(20) == 0 ? null : (Object) (random.nextInt(3) / 2.0)));
        }
        return rows;
    }

    @Test
    void keysOfSeveralColumnsAreNotMixedUp() {
        List<List<Object>> before = List.of(
                Arrays.asList("a", "bc", 1L, 0.0),
                Arrays.asList("ab", "c", 1L, 0.0),
                Arrays.asList("c", "ab", 1L, 0.0));
        List<List<Object>> fresh = List.of(Arrays.asList("ab", "c", 2L, 0.0));
        Outcome outcome = replace(before, fresh, List.of(0, 1));
        assertEquals(List.of(fresh.getFirst(), before.get(0), before.get(2)), outcome.rows());
        assertEquals(1, outcome.replacing());
    }

    @Test
    void rowsThatComeTwiceAreBothKeptAndReplaceAllOfTheirKey() {
        List<List<Object>> before = List.of(
                Arrays.asList("a", "x", 1L, 0.0), Arrays.asList("a", "y", 1L, 0.0), Arrays.asList("b", "x", 1L, 0.0));
        List<List<Object>> fresh = List.of(
                Arrays.asList("a", "z", 2L, 0.5), Arrays.asList("a", "z", 2L, 0.5), Arrays.asList("c", "z", 2L, 0.5));
        Outcome outcome = replace(before, fresh, List.of(0));
        assertEquals(4, outcome.rows().size());
        assertEquals(new Outcome(outcome.rows(), 2, 1, 0), outcome);
        assertEquals(before.get(2), outcome.rows().getLast());
    }

    @Test
    void whatIsMissingIsNoKey() {
        List<List<Object>> before = List.of(Arrays.asList(null, "x", 1L, 0.0), Arrays.asList("a", "x", null, 0.0));
        List<List<Object>> fresh = List.of(Arrays.asList(null, "x", 2L, 0.0), Arrays.asList("a", "x", 2L, 0.0));
        Outcome outcome = replace(before, fresh, List.of(0, 2));
        assertEquals(4, outcome.rows().size());
        assertEquals(1, outcome.withoutKey());
        assertEquals(1, outcome.added());
    }

    @Test
    void zeroWithAndWithoutSignIsOneKeyAndHalfASurrogatePairIsFoundAsItIsStored() {
        List<List<Object>> before = List.of(Arrays.asList("a\uD800", "x", 1L, -0.0), Arrays.asList("a", "x", 1L, 0.0));
        List<List<Object>> fresh = List.of(Arrays.asList("a\uD800", "y", 2L, 0.0));
        assertEquals(1, replace(before, fresh, List.of(0)).replacing());
        assertEquals(1, replace(before, fresh, List.of(3)).rows().size());
    }

    @Test
    void whereTheBudgetEndsThatIsSaidAndAllIsGivenBack() {
        MemoryBudget budget = new MemoryBudget(200_000);
        TooManyKeysException told = assertThrows(TooManyKeysException.class, () -> {
            try (NewKeys keys = new NewKeys(FIELDS, List.of(0, 2), budget)) {
                Random random = new Random(5);
                while (true) {
                    keys.add(columns(rows(random, 1_000, Integer.MAX_VALUE)));
                }
            }
        });
        assertTrue(told.keys() > 1_000);
        assertEquals(0, budget.taken());
    }

    private static TestTable table(List<List<Object>> rows) {
        List<List<?>> columns = new ArrayList<>();
        for (int column = 0; column < FIELDS.size(); column++) {
            int at = column;
            columns.add(rows.stream().map(row -> row.get(at)).toList());
        }
        return new TestTable(FIELDS, columns);
    }

    private static List<Column> columns(List<List<Object>> rows) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < FIELDS.size(); column++) {
            int at = column;
            columns.add(TestTable.column(
                    FIELDS.get(column).type(),
                    rows.stream().map(row -> row.get(at)).toList()));
        }
        return columns;
    }

    private static List<List<Object>> read(StoredTable stored) {
        TableReader reader = new TableReader(stored);
        List<List<Object>> rows = new ArrayList<>();
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            int[] persons = reader.codes(0, chunk);
            int[] sessions = reader.codes(1, chunk);
            Column.Longs days = reader.longs(2, chunk);
            Column.Doubles marks = reader.doubles(3, chunk);
            for (int i = 0; i < persons.length; i++) {
                rows.add(Arrays.asList(
                        persons[i] == 0 ? null : reader.dictionary(0).get(persons[i] - 1),
                        sessions[i] == 0 ? null : reader.dictionary(1).get(sessions[i] - 1),
                        days.isMissing(i) ? null : (Object) days.values()[i],
                        marks.isMissing(i) ? null : (Object) marks.values()[i]));
            }
        }
        return rows;
    }
}
