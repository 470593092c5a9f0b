package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.table.internal.ChosenRows;
import fr.sillage.engine.table.internal.ColumnBuffer;
import fr.sillage.engine.table.internal.StoredRows;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes rows, given by columns, as chunks of 65,536 rows of one column. It keeps one chunk a column in memory, and some
 * 24 bytes for each different text of each text column. Used by one thread.
 */
public final class TableWriter implements AutoCloseable {
    private final List<ColumnBuffer> buffers;
    private long rows;
    private boolean finished;

    /** With as much memory as it takes. */
    public TableWriter(ChunkSink sink, TableId id, List<Field> fields) {
        this(sink, id, fields, MemoryBudget.unlimited());
    }

    /**
     * @param fields the columns: texts for categories and texts, doubles for decimals, else longs
     * @param budget for what tells texts apart; given back when the writer is finished or closed
     */
    public TableWriter(ChunkSink sink, TableId id, List<Field> fields, MemoryBudget budget) {
        this.buffers = IntStream.range(0, fields.size())
                .mapToObj(i -> new ColumnBuffer(sink, id, i, fields.get(i).type(), budget))
                .toList();
    }

    /**
     * @param columns one for each field, all of one length; a decimal that is not a number counts as missing
     * @throws IllegalArgumentException where they do not fit the fields; nothing is taken then
     * @throws IllegalStateException after {@link #finish}
     * @throws TooManyTextsException where the budget is used up
     */
    public void append(List<Column> columns) {
        appendRows(columns.stream().map(ColumnRows.Plain::new).toList());
    }

    /** As {@link #append(List)}. */
    public void appendRows(List<? extends ColumnRows> columns) {
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
     * Takes all rows of a stored table of the same columns in the same order; before all other rows.
     *
     * @throws CorruptChunkException where a chunk is missing or damaged
     * @throws IllegalStateException after other rows
     * @throws TooManyTextsException where the budget is used up
     */
    public void append(StoredTable stored, JobControl job) {
        requireUnfinished();
        if (rows > 0) {
            throw new IllegalStateException("other rows are there already");
        }
        new StoredRows(new TableChunks(stored)).copy(buffers, job);
        rows = stored.rows();
    }

    /**
     * Takes some rows of a stored table of the same columns in the same order, with the texts alone that they hold.
     *
     * @throws CorruptChunkException where a chunk is missing or damaged
     * @throws TooManyTextsException where the budget is used up
     */
    public void append(StoredTable stored, RowChoice choice, JobControl job) {
        requireUnfinished();
        rows += new ChosenRows(new TableChunks(stored), choice).copy(buffers, job);
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
        close();
        return rows;
    }

    /** Gives the memory back; of a writer that is not finished the last rows are lost. */
    @Override
    public void close() {
        finished = true;
        buffers.forEach(ColumnBuffer::close);
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("finished");
        }
    }
}
