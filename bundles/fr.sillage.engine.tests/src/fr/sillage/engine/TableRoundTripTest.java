package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableRoundTripTest {
    private static final List<Field> FIELDS = List.of(
            field("region", Type.CATEGORY),
            field("answer", Type.TEXT),
            field("credits", Type.INTEGER),
            field("mark", Type.DECIMAL),
            field("day", Type.DATE),
            field("moment", Type.TIMESTAMP));

    @Test
    void readsBack200000RowsWhateverTheBatches() {
        TestTable written = random(200_000, 11);
        for (int batch : new int[] {4_096, 65_536, 70_001, 200_000}) {
            TableReader reader = new TableReader(written.write(new MemoryChunkStore(), batch));
            assertEquals(200_000, reader.table().rows());
            assertEquals(4, reader.chunks());
            for (int column = 0; column < FIELDS.size(); column++) {
                assertEquals(
                        written.columns().get(column),
                        values(reader, column),
                        "column " + column + ", batches of " + batch);
            }
        }
    }

    @Test
    void readsBackAnEmptyTable() {
        TableReader reader = new TableReader(random(0, 1).write(new MemoryChunkStore(), 10));
        assertEquals(0, reader.chunks());
        assertEquals(List.of(), reader.dictionary(0));
    }

    @Test
    void readsBackAColumnWithoutAnyValue() {
        List<?> nothing = Arrays.asList(new Object[70_000]);
        TestTable written = TestTable.of(FIELDS, nothing, nothing, nothing, nothing, nothing, nothing);
        TableReader reader = new TableReader(written.write(new MemoryChunkStore(), 70_000));
        for (int column = 0; column < FIELDS.size(); column++) {
            assertEquals(nothing, values(reader, column));
        }
    }

    @Test
    void aLongDictionaryIsSplit() {
        List<Object> texts = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            texts.add(row + "x".repeat(50_000));
        }
        MemoryChunkStore store = new MemoryChunkStore();
        StoredTable table =
                TestTable.of(List.of(field("answer", Type.TEXT)), texts).write(store, 100);
        assertTrue(store.read(new ChunkKey(table.id(), 0, ChunkKey.Kind.DICTIONARY, 3))
                .isPresent());
        assertEquals(texts, values(new TableReader(table), 0));
    }

    @Test
    void numberedTextsAreReadBack() {
        MemoryChunkStore store = new MemoryChunkStore();
        TableId id = TableId.random();
        List<Field> fields = List.of(field("answer", Type.TEXT));
        TableWriter writer = new TableWriter(store, id, fields);
        writer.appendRows(List.of(new ColumnRows.Numbered(
                new int[] {1, 2, 0, 1, -1, 3}, new String[] {"a", null, "b"}, new String[] {"b"})));
        writer.appendRows(List.of(
                new ColumnRows.Numbered(new int[] {3, 4, -2, -1, 2}, new String[] {"a"}, new String[] {null, "c"})));
        StoredTable table = new StoredTable(store, id, fields, writer.finish());
        assertEquals(
                Arrays.asList("a", null, null, "a", "b", "b", "b", "a", "c", null, null),
                values(new TableReader(table), 0));
        assertEquals(List.of("a", "b", "c"), new TableReader(table).dictionary(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TableWriter(store, id, List.of(field("day", Type.DATE)))
                        .appendRows(List.of(new ColumnRows.Numbered(new int[0], new String[0], new String[0]))));
    }

    @Test
    void textsThatWouldBeReadAlikeAreOne() {
        StoredTable table = TestTable.of(List.of(field("answer", Type.TEXT)), List.of("a\uD800", "a\uDC00", "a?", "b"))
                .write(new MemoryChunkStore(), 4);
        assertEquals(List.of("a?", "b"), new TableReader(table).dictionary(0));
        assertEquals(List.of("a?", "a?", "a?", "b"), values(new TableReader(table), 0));
    }

    @Test
    void whatIsNotANumberIsMissing() {
        MemoryChunkStore store = new MemoryChunkStore();
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, List.of(field("mark", Type.DECIMAL)));
        writer.append(List.of(new Column.Doubles(new double[] {1.5, Double.NaN}, new BitSet())));
        long rows = writer.finish();
        StoredTable table = new StoredTable(store, id, List.of(field("mark", Type.DECIMAL)), rows);
        assertEquals(Arrays.asList(1.5, null), values(new TableReader(table), 0));
    }

    @Test
    void refusesColumnsThatDoNotFitAndTakesNothingOfThem() {
        MemoryChunkStore store = new MemoryChunkStore();
        List<Field> fields = List.of(field("region", Type.CATEGORY), field("credits", Type.INTEGER));
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, fields);
        Column two = new Column.Texts(new String[] {"Scotland", null});
        Column one = new Column.Longs(new long[] {60}, new BitSet());
        Column other = new Column.Doubles(new double[2], new BitSet());
        assertThrows(IllegalArgumentException.class, () -> writer.append(List.of(two)));
        assertThrows(IllegalArgumentException.class, () -> writer.append(List.of(two, one)));
        assertThrows(IllegalArgumentException.class, () -> writer.append(List.of(two, other)));
        assertThrows(IllegalArgumentException.class, () -> writer.append(List.of(two, two)));
        writer.append(List.of(new Column.Texts(new String[] {"Wales"}), one));
        assertEquals(1, writer.finish());
        TableReader reader = new TableReader(new StoredTable(store, id, fields, 1));
        assertEquals(List.of("Wales"), values(reader, 0));
        assertEquals(List.of(60L), values(reader, 1));
    }

    @Test
    void aFinishedWriterTakesNothingMore() {
        TableWriter writer = new TableWriter(new MemoryChunkStore(), TableId.random(), List.of());
        writer.finish();
        assertThrows(IllegalStateException.class, writer::finish);
        assertThrows(IllegalStateException.class, () -> writer.append(List.of()));
    }

    private static TestTable random(int rows, long seed) {
        Random random = new Random(seed);
        List<List<Object>> columns = new ArrayList<>();
        FIELDS.forEach(field -> columns.add(new ArrayList<>(rows)));
        for (int row = 0; row < rows; row++) {
            List<Object> values = List.of(
                    "region " + random.nextInt(300),
                    "answer " + random.nextInt(100_000),
                    random.nextLong(-5, 700),
                    random.nextGaussian(),
                    15_000L + random.nextInt(900),
                    1_380_000_000_000_000L + random.nextLong(1L << 40));
            for (int column = 0; column < columns.size(); column++) {
                columns.get(column).add(random.nextInt(10) == 0 ? null : values.get(column));
            }
        }
        return new TestTable(FIELDS, List.copyOf(columns));
    }

    private static List<Object> values(TableReader reader, int column) {
        List<Object> values = new ArrayList<>();
        for (int chunk = 0; chunk < reader.chunks(); chunk++) {
            switch (reader.table().fields().get(column).type()) {
                case CATEGORY, TEXT ->
                    Arrays.stream(reader.codes(column, chunk))
                            .forEach(code -> values.add(
                                    code == 0 ? null : reader.dictionary(column).get(code - 1)));
                case DECIMAL -> {
                    Column.Doubles part = reader.doubles(column, chunk);
                    for (int row = 0; row < part.size(); row++) {
                        values.add(part.isMissing(row) ? null : (Object) part.values()[row]);
                    }
                }
                case INTEGER, DATE, TIMESTAMP -> {
                    Column.Longs part = reader.longs(column, chunk);
                    for (int row = 0; row < part.size(); row++) {
                        values.add(part.isMissing(row) ? null : (Object) part.values()[row]);
                    }
                }
            }
        }
        return values;
    }
}
