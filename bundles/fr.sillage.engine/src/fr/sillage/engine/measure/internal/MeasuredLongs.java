package fr.sillage.engine.measure.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.table.internal.TableChunks;

/** Whole numbers, days or instants that are measured. */
public final class MeasuredLongs implements Measured {
    static final int MOST_PLACES = 1 << 16;

    private final TableChunks table;
    private final int column;
    private long least;
    private int places;

    public MeasuredLongs(TableChunks table, int column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public void prepare(JobControl job) {
        long most = Long.MIN_VALUE;
        least = Long.MAX_VALUE;
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            LongChunk numbers = table.longs(column, chunk);
            least = Math.min(least, numbers.least());
            most = Math.max(most, numbers.most());
        }
        long span = most - least;
        places = least <= most && span >= 0 && span < MOST_PLACES ? (int) span + 1 : 0;
    }

    @Override
    public void fill(int chunk, double[] into) {
        LongChunk numbers = table.longs(column, chunk);
        long[] values = new long[numbers.size()];
        numbers.copyTo(values);
        for (int row = 0; row < values.length; row++) {
            into[row] = values[row];
        }
        Bits.each(numbers.missing(), row -> into[row] = Double.NaN);
    }

    @Override
    public int places() {
        return places;
    }

    @Override
    public void fillPlaces(int chunk, int[] into) {
        LongChunk numbers = table.longs(column, chunk);
        numbers.copyTo(into, least);
        Bits.each(numbers.missing(), row -> into[row] = -1);
    }

    @Override
    public double numberAt(int place) {
        return least + place;
    }
}
