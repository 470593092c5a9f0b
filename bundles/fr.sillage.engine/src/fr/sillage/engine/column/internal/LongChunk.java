package fr.sillage.engine.column.internal;

import fr.sillage.api.data.Column;
import fr.sillage.engine.SharedCache;
import java.util.BitSet;

/**
 * Whole numbers, days or instants of one chunk as distances from the least, as narrow as they allow. Immutable: do not
 * change the arrays that it is made of.
 */
public final class LongChunk implements SharedCache.Held {
    private static final int HEADER = 96;
    private static final long[] NONE = {};

    /** A {@code byte[]}, {@code char[]}, {@code int[]} or {@code long[]}, without sign. */
    private final Object distances;

    private final int size;
    private final long least;
    private final long most;

    /** As bits; without any where no row is missing. */
    private final long[] missing;

    /**
     * @param distances of all rows, those of missing ones 0: a {@code byte[]}, {@code char[]}, {@code int[]} or
     *     {@code long[]}
     * @param least no number is less
     */
    public LongChunk(Object distances, long least, BitSet missing) {
        this.distances = distances;
        this.least = least;
        this.missing = missing.isEmpty() ? NONE : missing.toLongArray();
        long widest = 0;
        switch (distances) {
            case byte[] narrow -> {
                size = narrow.length;
                for (byte distance : narrow) {
                    widest = Math.max(widest, distance & 0xFF);
                }
            }
            case char[] narrow -> {
                size = narrow.length;
                for (char distance : narrow) {
                    widest = Math.max(widest, distance);
                }
            }
            case int[] narrow -> {
                size = narrow.length;
                for (int distance : narrow) {
                    widest = Math.max(widest, distance & 0xFFFF_FFFFL);
                }
            }
            default -> {
                long[] wide = (long[]) distances;
                size = wide.length;
                for (long distance : wide) {
                    widest = Long.compareUnsigned(distance, widest) > 0 ? distance : widest;
                }
            }
        }
        this.most = least + widest;
    }

    public int size() {
        return size;
    }

    /** No number is less; 0 where every row is missing. */
    public long least() {
        return least;
    }

    /** No number is greater. */
    public long most() {
        return most;
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

    /** The numbers; those of missing rows mean nothing. */
    public void copyTo(long[] into) {
        switch (distances) {
            case byte[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = least + (narrow[i] & 0xFF);
                }
            }
            case char[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = least + narrow[i];
                }
            }
            case int[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = least + (narrow[i] & 0xFFFF_FFFFL);
                }
            }
            default -> {
                long[] wide = (long[]) distances;
                for (int i = 0; i < wide.length; i++) {
                    into[i] = least + wide[i];
                }
            }
        }
    }

    /**
     * Each number less {@code from}.
     *
     * @param from such that all differences fit; those of missing rows mean nothing
     */
    public void copyTo(int[] into, long from) {
        int shift = (int) (least - from);
        switch (distances) {
            case byte[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = shift + (narrow[i] & 0xFF);
                }
            }
            case char[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = shift + narrow[i];
                }
            }
            case int[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = shift + narrow[i];
                }
            }
            default -> {
                long[] wide = (long[]) distances;
                for (int i = 0; i < wide.length; i++) {
                    into[i] = shift + (int) wide[i];
                }
            }
        }
    }

    /** The rows whose number lies between both, themselves included, as bits; no missing row. */
    public long[] rowsBetween(long first, long last) {
        if (first > most || last < least || first > last) {
            return Bits.none(size);
        }
        if (first <= least && last >= most) {
            long[] rows = Bits.all(size);
            Bits.andNot(rows, missing);
            return rows;
        }
        long[] rows = Bits.none(size);
        long from = Math.max(first, least) - least;
        long width = Math.min(last, most) - least - from;
        switch (distances) {
            case byte[] narrow -> {
                int low = (int) from;
                int span = (int) width;
                for (int word = 0, i = 0; word < rows.length; word++) {
                    long bits = 0;
                    for (int end = Math.min(i + Long.SIZE, size); i < end; i++) {
                        bits |= bit((narrow[i] & 0xFF) - low, span) << i;
                    }
                    rows[word] = bits;
                }
            }
            case char[] narrow -> {
                int low = (int) from;
                int span = (int) width;
                for (int word = 0, i = 0; word < rows.length; word++) {
                    long bits = 0;
                    for (int end = Math.min(i + Long.SIZE, size); i < end; i++) {
                        bits |= bit(narrow[i] - low, span) << i;
                    }
                    rows[word] = bits;
                }
            }
            case int[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    rows[i >>> 6] |= bit((narrow[i] & 0xFFFF_FFFFL) - from, width) << i;
                }
            }
            default -> {
                long[] wide = (long[]) distances;
                for (int i = 0; i < wide.length; i++) {
                    rows[i >>> 6] |= bit(wide[i] - from, width) << i;
                }
            }
        }
        Bits.andNot(rows, missing);
        return rows;
    }

    /** 1 where the number is from 0 to the width, without sign. */
    private static long bit(long number, long width) {
        return Long.compareUnsigned(number, width) <= 0 ? 1 : 0;
    }

    /** The same of small numbers, without a branch. */
    private static long bit(int number, int width) {
        return (number | width - number) >>> Integer.SIZE - 1 ^ 1;
    }

    /** As whoever reads tables gets it. */
    public Column.Longs toColumn() {
        long[] values = new long[size];
        copyTo(values);
        return new Column.Longs(values, BitSet.valueOf(missing));
    }

    @Override
    public long bytes() {
        return HEADER
                + (long) missing.length * Long.BYTES
                + (long) size
                        * switch (distances) {
                            case byte[] narrow -> Byte.BYTES;
                            case char[] narrow -> Character.BYTES;
                            case int[] narrow -> Integer.BYTES;
                            default -> Long.BYTES;
                        };
    }
}
