package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.function.IntPredicate;

/** Persons named by texts: the table's own codes, without the texts, which would be many and are not needed. */
public record PersonCodes(TableChunks table, int column) implements ColumnCodes {
    @Override
    public void prepare(JobControl job) {
        // nothing has to be known
    }

    /** Looks at every chunk. */
    @Override
    public int highest() {
        int highest = 0;
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            highest = Math.max(highest, table.codes(column, chunk).highest());
        }
        return highest;
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        CodeChunk codes = table.codes(column, chunk);
        codes.copyTo(into);
        return codes.hasMissing();
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        throw new UnsupportedOperationException("persons are counted, not named");
    }
}
