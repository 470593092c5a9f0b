package fr.sillage.engine.column.internal;

import fr.sillage.api.data.Column;
import fr.sillage.engine.ColumnCache;
import java.util.BitSet;

/** Decimals of one chunk. Immutable: do not change the arrays that it is made of. */
public final class DoubleChunk implements ColumnCache.Held {
    private static final int HEADER = 64;

    private final double[] values;

    /** As bits; without any where no row is missing. */
    private final long[] missing;

    public DoubleChunk(double[] values, BitSet missing) {
        this.values = values;
        this.missing = missing.toLongArray();
    }

    public int size() {
        return values.length;
    }

    /** Those of missing rows mean nothing. The array is not the caller's. */
    public double[] values() {
        return values;
    }

    public boolean hasMissing() {
        return missing.length > 0;
    }

    /** The missing rows as bits; possibly shorter than all rows need. The array is not the caller's. */
    public long[] missing() {
        return missing;
    }

    public boolean isMissing(int row) {
        return row >>> 6 < missing.length && Bits.get(missing, row);
    }

    /** As whoever reads tables gets it. */
    public Column.Doubles toColumn() {
        return new Column.Doubles(values, BitSet.valueOf(missing));
    }

    @Override
    public long bytes() {
        return HEADER + (long) missing.length * Long.BYTES + (long) values.length * Double.BYTES;
    }
}
