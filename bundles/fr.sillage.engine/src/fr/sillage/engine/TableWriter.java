package fr.sillage.engine;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.internal.ColumnBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Writes rows, given by columns, as chunks of 65,536 rows of one column. Used by one thread. */
public final class TableWriter {
    private final List<ColumnBuffer> buffers;
    private long rows;

    /** @param fields the columns: texts for categories and texts, doubles for decimals, else longs */
    public TableWriter(ChunkSink sink, TableId id, List<Field> fields) {
        this.buffers = IntStream.range(0, fields.size())
                .mapToObj(i -> new ColumnBuffer(sink, id, i, fields.get(i).type())).toList();
    }

    /**
     * @param columns one for each field, all of one length
     * @throws IllegalArgumentException where they do not fit the fields
     */
    public void append(List<Column> columns) {
        if (columns.size() != buffers.size()) {
            throw new IllegalArgumentException(columns.size() + " columns for " + buffers.size() + " fields");
        }
        int size = columns.isEmpty() ? 0 : columns.getFirst().size();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).size() != size) {
                throw new IllegalArgumentException("columns of different lengths");
            }
            buffers.get(i).append(columns.get(i));
        }
        rows += size;
    }

    /**
     * Writes what is left; to be called once.
     *
     * @return how many rows were written in all
     */
    public long finish() {
        buffers.forEach(ColumnBuffer::flush);
        return rows;
    }
}
