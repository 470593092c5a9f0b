package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class OrderedChunksTest {
    private static final int ROWS = 150_000;
    private static final List<Field> FIELDS = List.of(
            field("person", Type.CATEGORY, RoleId.SUBJECT),
            field("few", Type.CATEGORY),
            field("many", Type.TEXT),
            field("day", Type.DATE),
            field("moment", Type.TIMESTAMP),
            field("far", Type.INTEGER),
            field("mark", Type.DECIMAL),
            field("fine", Type.DECIMAL));
    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3, 4, 5, 6, 7);

    private static List<Object> column(Random random, IntFunction<Object> value) {
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            values.add(random.nextInt(9) == 0 ? null : value.apply(random.nextInt(1 << 20)));
        }
        return values;
    }

    private static TestTable table() {
        Random random = new Random(3);
        return TestTable.of(
                FIELDS,
                column(random, n -> "p" + n % 9_000),
                column(random, n -> "c" + n % 40),
                column(random, n -> "text " + n % 70_000),
                column(random, n -> 18_000L + n % 2_000),
                column(random, n -> 1_600_000_000_000_000L + n * 1_000_000_007L),
                column(random, n -> n % 2 == 0 ? Long.MIN_VALUE + n : Long.MAX_VALUE - n),
                column(random, n -> n % 300 / 4.0 - 9),
                column(random, n -> n / 1024.0));
    }

    private static SlotTable slot(TestTable table, long budget) {
        return new SlotTable(new TableChunks(KeptColumns.of(table.write(new MemoryChunkStore(), 10_000), budget)));
    }

    /** Rows with their values in the order in which a table is read. */
    private static List<List<Object>> rows(TableChunks table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            int size = table.rows(chunk);
            assertTrue(size <= table.mostRows());
            Object[][] values = new Object[size][FIELDS.size()];
            for (int column = 0; column < FIELDS.size(); column++) {
                int at = column;
                IntFunction<Object> reader = reader(table, column, chunk, size);
                Arrays.setAll(values, row -> {
                    values[row][at] = reader.apply(row);
                    return values[row];
                });
            }
            Arrays.stream(values).map(Arrays::asList).forEach(rows::add);
        }
        return rows;
    }

    private static IntFunction<Object> reader(TableChunks table, int column, int chunk, int size) {
        switch (FIELDS.get(column).type()) {
            case CATEGORY, TEXT -> {
                CodeChunk codes = table.knownCodes(column, chunk);
                int[] values = new int[size];
                codes.copyTo(values);
                return row -> values[row];
            }
            case DECIMAL -> {
                DoubleChunk numbers = table.doubles(column, chunk);
                double[] values = new double[size];
                numbers.copyTo(values);
                return row -> numbers.isMissing(row) ? "missing" : (Object) values[row];
            }
            default -> {
                LongChunk numbers = table.longs(column, chunk);
                long[] values = new long[size];
                numbers.copyTo(values);
                return row -> numbers.isMissing(row) ? "missing" : (Object) values[row];
            }
        }
    }

    @Test
    void holdsTheSameRowsPersonAfterPerson() {
        SlotTable stored = slot(table(), 1 << 28);
        OrderedChunks ordered = OrderedChunks.of(stored, ALL, JobControl.NONE).orElseThrow();
        List<List<Object>> rows = rows(ordered);
        List<String> expected = new ArrayList<>(
                rows(stored.chunks()).stream().map(Object::toString).toList());
        List<String> found = new ArrayList<>(rows.stream().map(Object::toString).toList());
        Collections.sort(expected);
        Collections.sort(found);
        assertEquals(expected, found);
        assertPersonAfterPerson(ordered, rows);
    }

    private static void assertPersonAfterPerson(OrderedChunks ordered, List<List<Object>> rows) {
        assertTrue(ordered.chunks() > 5, "several chunks");
        int[] persons = new int[ordered.mostRows()];
        int first = 0;
        int known = 0;
        for (int chunk = 0; chunk < ordered.chunks(); chunk++) {
            ordered.fillPersons(chunk, persons);
            for (int row = 0; row < ordered.rows(chunk); row++) {
                int code = (int) rows.get(first + row).getFirst();
                assertEquals(code == 0, persons[row] == 0, "rows that name nobody");
                assertTrue(persons[row] == 0 || persons[row] >= known, "nobody comes again");
                boolean same = first + row > 0
                        && code != 0
                        && rows.get(first + row - 1).getFirst().equals(code);
                assertEquals(same, code != 0 && persons[row] == known, "one number for one person");
                assertTrue(row > 0 || !same, "whole persons in a chunk");
                known = Math.max(known, persons[row]);
            }
            first += ordered.rows(chunk);
        }
        assertEquals(ordered.persons(), known);
    }

    @Test
    void countsThePersonsOfSomeRows() {
        OrderedChunks ordered = OrderedChunks.of(slot(table(), 1 << 28), Set.of(), JobControl.NONE)
                .orElseThrow();
        Random random = new Random(5);
        int[] persons = new int[ordered.mostRows()];
        for (int chunk = 0; chunk < ordered.chunks(); chunk++) {
            ordered.fillPersons(chunk, persons);
            int size = ordered.rows(chunk);
            long[] bits = new long[(size + 63) / 64];
            long named = 0;
            long nobody = 0;
            int last = 0;
            for (int row = 0; row < size; row++) {
                if (random.nextInt(12) == 0) {
                    bits[row >>> 6] |= 1L << row;
                    nobody += persons[row] == 0 ? 1 : 0;
                    named += persons[row] != 0 && persons[row] != last ? 1 : 0;
                    last = persons[row];
                }
            }
            assertEquals(named + nobody, ordered.persons(chunk, bits));
        }
    }

    @Test
    void isLeftAloneWhereMemoryOrPersonsForbidIt() {
        assertEquals(Optional.empty(), OrderedChunks.of(slot(table(), 1 << 20), ALL, JobControl.NONE), "no memory");
        TestTable nobody = TestTable.of(List.of(field("few", Type.CATEGORY)), List.of("a", "b"));
        assertEquals(
                Optional.empty(), OrderedChunks.of(slot(nobody, 1 << 20), Set.of(0), JobControl.NONE), "no person");
        TestTable one = TestTable.of(
                List.of(field("person", Type.INTEGER, RoleId.SUBJECT)), Collections.nCopies(70_000, (Object) 1L));
        assertEquals(
                Optional.empty(), OrderedChunks.of(slot(one, 1 << 24), Set.of(), JobControl.NONE), "one of many rows");
    }
}
