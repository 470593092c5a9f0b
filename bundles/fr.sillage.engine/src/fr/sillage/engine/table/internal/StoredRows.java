package fr.sillage.engine.table.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.engine.CorruptChunkException;
import java.util.List;

/** Rows that are stored already, on their way into another table of the same columns. */
public final class StoredRows {
    private final TableChunks table;

    public StoredRows(TableChunks table) {
        this.table = table;
    }

    /** @param into buffers of the table's columns that hold nothing yet */
    public void copy(List<ColumnBuffer> into, JobControl job) {
        for (int column = 0; column < into.size(); column++) {
            if (type(column).isText()) {
                dictionary(column, into.get(column), job);
            }
        }
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            for (int column = 0; column < into.size(); column++) {
                values(column, chunk, into.get(column));
            }
        }
    }

    private void dictionary(int column, ColumnBuffer into, JobControl job) {
        table.eachText(column, (code, text) -> {
            if ((code & 0xFFFF) == 0) {
                job.check();
            }
            if (!into.adopt(text, code)) {
                throw new CorruptChunkException(table.key(column, 0), "a text that stands in its dictionary twice");
            }
        });
    }

    private void values(int column, int chunk, ColumnBuffer into) {
        switch (type(column)) {
            case CATEGORY, TEXT -> into.append(table.knownCodes(column, chunk));
            case DECIMAL -> into.append(table.doubles(column, chunk).toColumn());
            case INTEGER, DATE, TIMESTAMP ->
                into.append(table.longs(column, chunk).toColumn());
        }
    }

    private Type type(int column) {
        return table.table().fields().get(column).type();
    }
}
