package fr.sillage.engine.column.internal;

import fr.sillage.api.data.Column;
import fr.sillage.engine.SharedCache;
import java.util.BitSet;

/**
 * Decimals of one chunk: one by one, or, where few different ones occur, as places in the list of these. Immutable: do
 * not change the arrays that it is made of.
 */
public final class DoubleChunk implements SharedCache.Held {
    private static final int HEADER = 96;
    private static final double[] NONE = {};

    /** All numbers; none where they are coded. */
    private final double[] plain;

    /** The different numbers in rising order; none where they are plain. */
    private final double[] distinct;

    /** A {@code byte[]} or {@code char[]} of places in them, without sign. */
    private final Object places;

    private final int size;

    /** As bits; without any where no row is missing. */
    private final long[] missing;

    private DoubleChunk(double[] plain, double[] distinct, Object places, int size, BitSet missing) {
        this.plain = plain;
        this.distinct = distinct;
        this.places = places;
        this.size = size;
        this.missing = missing.toLongArray();
    }

    public static DoubleChunk plain(double[] values, BitSet missing) {
        return new DoubleChunk(values, NONE, new byte[0], values.length, missing);
    }

    /** @param distinct one at the least */
    public static DoubleChunk coded(double[] distinct, byte[] places, BitSet missing) {
        return new DoubleChunk(NONE, distinct, places, places.length, missing);
    }

    /** @param distinct one at the least */
    public static DoubleChunk coded(double[] distinct, char[] places, BitSet missing) {
        return new DoubleChunk(NONE, distinct, places, places.length, missing);
    }

    public int size() {
        return size;
    }

    public boolean isCoded() {
        return distinct.length > 0;
    }

    /** The different numbers in rising order; none unless {@link #isCoded}. The array is not the caller's. */
    public double[] distinct() {
        return distinct;
    }

    /** For each row the place of its number in {@link #distinct}; those of missing rows mean nothing. */
    public void copyPlaces(int[] into) {
        switch (places) {
            case byte[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = narrow[i] & 0xFF;
                }
            }
            default -> {
                char[] wide = (char[]) places;
                for (int i = 0; i < wide.length; i++) {
                    into[i] = wide[i];
                }
            }
        }
    }

    /** The numbers; those of missing rows mean nothing. */
    public void copyTo(double[] into) {
        if (!isCoded()) {
            System.arraycopy(plain, 0, into, 0, size);
            return;
        }
        switch (places) {
            case byte[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = distinct[narrow[i] & 0xFF];
                }
            }
            default -> {
                char[] wide = (char[]) places;
                for (int i = 0; i < wide.length; i++) {
                    into[i] = distinct[wide[i]];
                }
            }
        }
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
        double[] values = new double[size];
        copyTo(values);
        return new Column.Doubles(values, BitSet.valueOf(missing));
    }

    @Override
    public long bytes() {
        return HEADER
                + (long) missing.length * Long.BYTES
                + (long) (plain.length + distinct.length) * Double.BYTES
                + (places instanceof byte[] narrow ? narrow.length : (long) Character.BYTES * size);
    }
}
