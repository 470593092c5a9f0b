package fr.sillage.engine;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A table for tests: values as boxed objects, null where missing. */
record TestTable(List<Field> fields, List<List<?>> columns) {
    static Field field(String name, Type type, RoleId... roles) {
        return new Field(name, type, Set.of(roles), Privacy.OTHER);
    }

    int rows() {
        return columns.getFirst().size();
    }

    Object value(String column, int row) {
        return columns.get(position(column)).get(row);
    }

    Type type(String column) {
        return fields.get(position(column)).type();
    }

    private int position(String column) {
        return fields.stream().map(Field::name).toList().indexOf(column);
    }

    /** Writes it in batches of that many rows. */
    StoredTable write(MemoryChunkStore store, int batch) {
        TableId id = TableId.random();
        return new StoredTable(store, id, fields, write(store, id, batch));
    }

    long write(ChunkSink sink, TableId id, int batch) {
        TableWriter writer = new TableWriter(sink, id, fields);
        for (int from = 0; from < rows(); from += batch) {
            int start = from;
            int end = Math.min(from + batch, rows());
            List<Column> part = new ArrayList<>();
            IntStream.range(0, fields.size())
                    .forEach(i ->
                            part.add(column(fields.get(i).type(), columns.get(i).subList(start, end))));
            writer.append(part);
        }
        return writer.finish();
    }

    static Column column(Type type, List<?> values) {
        BitSet missing = new BitSet();
        IntStream.range(0, values.size()).filter(row -> values.get(row) == null).forEach(missing::set);
        if (type.isText()) {
            return new Column.Texts(values.toArray(String[]::new));
        }
        return type == Type.DECIMAL
                ? new Column.Doubles(
                        values.stream()
                                .mapToDouble(v -> v == null ? 9.75 : (Double) v)
                                .toArray(),
                        missing)
                : new Column.Longs(
                        values.stream()
                                .mapToLong(v -> v == null ? 77 : (Long) v)
                                .toArray(),
                        missing);
    }

    static TestTable of(List<Field> fields, List<?>... columns) {
        return new TestTable(fields, Arrays.asList(columns));
    }
}
