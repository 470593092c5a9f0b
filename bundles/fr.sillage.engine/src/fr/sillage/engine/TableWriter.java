package fr.sillage.engine;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.table.internal.ColumnBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes rows, given by columns, as chunks of 65,536 rows of one column. It keeps one chunk a column in memory, and the
 * different texts of each text column. Used by one thread.
 */
public final class TableWriter {
    private final List<ColumnBuffer> buffers;
    private long rows;
    private boolean finished;

    /** @param fields the columns: texts for categories and texts, doubles for decimals, else longs */
    public TableWriter(ChunkSink sink, TableId id, List<Field> fields) {
        this.buffers = IntStream.range(0, fields.size())
                .mapToObj(i -> new ColumnBuffer(sink, id, i, fields.get(i).type()))
                .toList();
    }

    /**
     * @param columns one for each field, all of one length; a decimal that is not a number counts as missing
     * @throws IllegalArgumentException where they do not fit the fields; nothing is taken then
     * @throws IllegalStateException after {@link #finish}
     */
    public void append(List<Column> columns) {
        requireUnfinished();
        if (columns.size() != buffers.size()) {
            throw new IllegalArgumentException(columns.size() + " columns for " + buffers.size() + " fields");
        }
        int size = columns.isEmpty() ? 0 : columns.getFirst().size();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).size() != size) {
                throw new IllegalArgumentException("column " + i + " is of another length");
            }
            if (!buffers.get(i).takes(columns.get(i))) {
                throw new IllegalArgumentException("column " + i + " is of another type");
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            buffers.get(i).append(columns.get(i));
        }
        rows += size;
    }

    /**
     * Writes what is left.
     *
     * @return how many rows were written in all
     * @throws IllegalStateException when called again
     */
    public long finish() {
        requireUnfinished();
        finished = true;
        buffers.forEach(ColumnBuffer::flush);
        return rows;
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("finished");
        }
    }
}
