package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;

/** Numbers of 1, 2, 4 or 8 bytes each, block by block: short loops of their own, which are compiled fast and well. */
final class WholeBytes {
    /** Numbers of a block, at the most. */
    static final int BLOCK = 1 << 10;

    private WholeBytes() {}

    /** Writes the first numbers of a block at the buffer's position. */
    static void put(ByteBuffer out, int width, long[] block, int count) {
        int at = out.position();
        switch (width) {
            case Byte.BYTES -> bytes(out, at, block, count);
            case Short.BYTES -> shorts(out, at, block, count);
            case Integer.BYTES -> ints(out, at, block, count);
            default -> longs(out, at, block, count);
        }
        out.position(at + count * width);
    }

    private static void bytes(ByteBuffer out, int at, long[] block, int count) {
        for (int i = 0; i < count; i++) {
            out.put(at + i, (byte) block[i]);
        }
    }

    private static void shorts(ByteBuffer out, int at, long[] block, int count) {
        for (int i = 0; i < count; i++) {
            out.putShort(at + i * Short.BYTES, (short) block[i]);
        }
    }

    private static void ints(ByteBuffer out, int at, long[] block, int count) {
        for (int i = 0; i < count; i++) {
            out.putInt(at + i * Integer.BYTES, (int) block[i]);
        }
    }

    private static void longs(ByteBuffer out, int at, long[] block, int count) {
        for (int i = 0; i < count; i++) {
            out.putLong(at + i * Long.BYTES, block[i]);
        }
    }
}
