package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowsWithoutTest {
    private static final int ROWS = 150_000;
    private static final List<Field> FIELDS = List.of(
            TestTable.field("person", Type.CATEGORY, RoleId.SUBJECT),
            TestTable.field("tutor", Type.TEXT),
            TestTable.field("hours", Type.INTEGER),
            TestTable.field("mark", Type.DECIMAL));

    private final MemoryChunkStore store = new MemoryChunkStore();

    private static List<List<Object>> rows(long seed) {
        Random random = new Random(seed);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<Object> row = new ArrayList<>();
            row.add(random.nextInt(20) == 0 ? null : "p" + random.nextInt(2_000));
            row.add(random.nextInt(3) == 0 ? null : random.nextInt(50) == 0 ? "p7" : "words " + i);
            row.add(random.nextInt(10) == 0 ? null : (Object) random.nextLong(-5, 90_000));
            row.add(random.nextInt(10) == 0 ? null : (Object) (random.nextInt(80) / 4.0));
            rows.add(row);
        }
        return rows;
    }

    private static TestTable table(List<List<Object>> rows) {
        List<List<?>> columns = new ArrayList<>();
        for (int column = 0; column < FIELDS.size(); column++) {
            int at = column;
            columns.add(rows.stream().map(row -> row.get(at)).toList());
        }
        return new TestTable(FIELDS, columns);
    }

    private static List<List<Object>> read(StoredTable stored) {
        TableReader reader = new TableReader(stored);
        List<List<Object>> rows = new ArrayList<>();
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            int[] persons = reader.codes(0, chunk);
            int[] tutors = reader.codes(1, chunk);
            Column.Longs hours = reader.longs(2, chunk);
            Column.Doubles marks = reader.doubles(3, chunk);
            for (int i = 0; i < persons.length; i++) {
                List<Object> row = new ArrayList<>();
                row.add(persons[i] == 0 ? null : reader.dictionary(0).get(persons[i] - 1));
                row.add(tutors[i] == 0 ? null : reader.dictionary(1).get(tutors[i] - 1));
                row.add(hours.isMissing(i) ? null : (Object) hours.values()[i]);
                row.add(marks.isMissing(i) ? null : (Object) marks.values()[i]);
                rows.add(row);
            }
        }
        return rows;
    }

    private StoredTable without(StoredTable stored, Set<String> texts) {
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, FIELDS);
        writer.append(stored, RowsWithout.of(stored, texts, JobControl.NONE), JobControl.NONE);
        return new StoredTable(store, id, FIELDS, writer.finish());
    }

    @Test
    void rowsOfThePersonInAnyColumnGoWithTheirTextsAndAllOthersStayInTheirOrder() {
        long seed = new Random().nextLong();
        List<List<Object>> rows = rows(seed);
        StoredTable left = without(table(rows).write(store, 8_192), Set.of("p7", "p1999", "nobody"));
        List<List<Object>> expected = rows.stream()
                .filter(row -> !List.of("p7", "p1999").contains(String.valueOf(row.get(0))) && !"p7".equals(row.get(1)))
                .toList();
        assertTrue(expected.size() < ROWS);
        assertEquals(expected, read(left), "seed " + seed);
        TableReader reader = new TableReader(left);
        for (int column = 0; column < 2; column++) {
            int at = column;
            Set<Object> used = Set.copyOf(expected.stream()
                    .map(row -> row.get(at))
                    .filter(value -> value != null)
                    .toList());
            assertEquals(used, Set.copyOf(reader.dictionary(column)), "no text that nobody uses");
            assertEquals(used.size(), reader.dictionary(column).size());
        }
    }

    @Test
    void whereNoneOfTheTextsIsFoundAllRowsAreThere() {
        List<List<Object>> rows = rows(3);
        StoredTable stored = table(rows).write(store, 8_192);
        assertTrue(RowsWithout.of(stored, Set.of("p", "7"), JobControl.NONE).isAll());
        assertFalse(RowsWithout.of(stored, Set.of("p7"), JobControl.NONE).isAll());
        assertEquals(rows, read(without(stored, Set.of("nobody"))));
    }

    @Test
    void aTableOfOnePersonIsLeftEmpty() {
        StoredTable stored = table(List.of(Arrays.asList("p1", null, 3L, 0.5), Arrays.asList("p1", "x", null, null)))
                .write(store, 8_192);
        StoredTable left = without(stored, Set.of("p1"));
        assertEquals(0, left.rows());
        assertEquals(List.of(), new TableReader(left).dictionary(1));
    }
}
