package fr.sillage.engine.column.internal;

import fr.sillage.engine.SharedCache;

/**
 * Dictionary codes of one chunk as narrow as they allow; 0 stands for a missing text. Immutable: do not change the
 * array that it is made of.
 */
public final class CodeChunk implements SharedCache.Held {
    private static final int HEADER = 64;

    /** A {@code byte[]}, {@code char[]} or {@code int[]}, without sign. */
    private final Object codes;

    private final int size;
    private final int highest;
    private final boolean missing;

    private CodeChunk(Object codes, int size, int highest, boolean missing) {
        this.codes = codes;
        this.size = size;
        this.highest = highest;
        this.missing = missing;
    }

    public static CodeChunk of(byte[] codes) {
        int highest = 0;
        int least = 1;
        for (byte code : codes) {
            highest = Math.max(highest, code & 0xFF);
            least = Math.min(least, code & 0xFF);
        }
        return new CodeChunk(codes, codes.length, highest, least == 0);
    }

    public static CodeChunk of(char[] codes) {
        int highest = 0;
        int least = 1;
        for (char code : codes) {
            highest = Math.max(highest, code);
            least = Math.min(least, code);
        }
        return new CodeChunk(codes, codes.length, highest, least == 0);
    }

    /** @param codes not negative */
    public static CodeChunk of(int[] codes) {
        int highest = 0;
        int least = 1;
        for (int code : codes) {
            highest = Math.max(highest, code);
            least = Math.min(least, code);
        }
        return new CodeChunk(codes, codes.length, highest, least == 0);
    }

    public int size() {
        return size;
    }

    /** No code is above. */
    public int highest() {
        return highest;
    }

    public boolean hasMissing() {
        return missing;
    }

    /** @param into has room for {@link #size} codes */
    public void copyTo(int[] into) {
        switch (codes) {
            case byte[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = narrow[i] & 0xFF;
                }
            }
            case char[] narrow -> {
                for (int i = 0; i < narrow.length; i++) {
                    into[i] = narrow[i];
                }
            }
            default -> System.arraycopy(codes, 0, into, 0, size);
        }
    }

    /**
     * The rows whose code is wanted, as bits.
     *
     * @param wanted 1 for each wanted code, 0 for the others, up to {@link #highest} at the least
     */
    public long[] rowsOf(byte[] wanted) {
        long[] rows = Bits.none(size);
        switch (codes) {
            case byte[] narrow -> {
                for (int word = 0, i = 0; word < rows.length; word++) {
                    long bits = 0;
                    for (int end = Math.min(i + Long.SIZE, size); i < end; i++) {
                        bits |= (long) wanted[narrow[i] & 0xFF] << i;
                    }
                    rows[word] = bits;
                }
            }
            case char[] narrow -> {
                for (int word = 0, i = 0; word < rows.length; word++) {
                    long bits = 0;
                    for (int end = Math.min(i + Long.SIZE, size); i < end; i++) {
                        bits |= (long) wanted[narrow[i]] << i;
                    }
                    rows[word] = bits;
                }
            }
            default -> {
                int[] wide = (int[]) codes;
                for (int i = 0; i < wide.length; i++) {
                    rows[i >>> 6] |= (long) wanted[wide[i]] << i;
                }
            }
        }
        return rows;
    }

    @Override
    public long bytes() {
        return HEADER
                + (long) size
                        * switch (codes) {
                            case byte[] narrow -> Byte.BYTES;
                            case char[] narrow -> Character.BYTES;
                            default -> Integer.BYTES;
                        };
    }
}
