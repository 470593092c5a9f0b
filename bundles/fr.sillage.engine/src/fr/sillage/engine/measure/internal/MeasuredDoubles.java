package fr.sillage.engine.measure.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.key.internal.LongCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;

/** Decimals that are measured. */
public final class MeasuredDoubles implements Measured {
    private final TableChunks table;
    private final int column;

    /** All numbers in rising order; none where they are too many. */
    private double[] numbers = {};

    public MeasuredDoubles(TableChunks table, int column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public void prepare(JobControl job) {
        LongCodes found = new LongCodes();
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            DoubleChunk values = table.doubles(column, chunk);
            for (double number : values.distinct()) {
                found.codeOf(Double.doubleToLongBits(number + 0.0)); // makes one of both zeros
            }
            if (!values.isCoded() || found.size() > MeasuredLongs.MOST_PLACES) {
                return;
            }
        }
        double[] all = new double[found.size()];
        Arrays.setAll(all, code -> Double.longBitsToDouble(found.valueOf(code)));
        Arrays.sort(all);
        numbers = all;
    }

    @Override
    public void fill(int chunk, double[] into) {
        DoubleChunk values = table.doubles(column, chunk);
        values.copyTo(into);
        Bits.each(values.missing(), row -> into[row] = Double.NaN);
    }

    @Override
    public int places() {
        return numbers.length;
    }

    @Override
    public void fillPlaces(int chunk, int[] into) {
        DoubleChunk values = table.doubles(column, chunk);
        double[] distinct = values.distinct();
        values.copyPlaces(into);
        if (!Arrays.equals(distinct, numbers)) {
            replace(into, values.size(), distinct);
        }
        Bits.each(values.missing(), row -> into[row] = -1);
    }

    private void replace(int[] into, int rows, double[] distinct) {
        int[] placeOf = new int[distinct.length];
        for (int i = 0; i < placeOf.length; i++) {
            placeOf[i] = Arrays.binarySearch(numbers, distinct[i] + 0.0);
        }
        for (int row = 0; row < rows; row++) {
            into[row] = placeOf[into[row]];
        }
    }

    @Override
    public double numberAt(int place) {
        return numbers[place];
    }
}
