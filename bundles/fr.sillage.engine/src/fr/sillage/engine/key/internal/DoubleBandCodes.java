package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.function.IntPredicate;

/** A column of decimals in bands; the code is 1 + the bounds that the number reaches. */
record DoubleBandCodes(TableChunks table, int column, Bands bands) implements ColumnCodes {
    @Override
    public void prepare(JobControl job) {
        // all bands are known
    }

    @Override
    public int highest() {
        return bands.size();
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        DoubleChunk numbers = table.doubles(column, chunk);
        double[] values = new double[numbers.size()];
        numbers.copyTo(values);
        for (int row = 0; row < values.length; row++) {
            into[row] = numbers.isMissing(row) ? 0 : 1 + bands.of(values[row]);
        }
        return numbers.hasMissing();
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(highest(), occurs, Integer::valueOf, code -> bands.text(code - 1L));
    }
}
