package fr.sillage.engine.internal;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Whole numbers as distances from the least one, in the smallest of 1, 2, 4 or 8 bytes each, and which are missing. */
public final class LongCodec {
    /** Numbers of one chunk; those of missing rows mean nothing. */
    public record Longs(long[] values, BitSet missing) {}

    private LongCodec() {}

    public static byte[] encode(long[] values, BitSet missing, int count) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (!missing.get(i)) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
        }
        if (least > most) {
            least = 0;
            most = 0;
        }
        long range = most - least; // negative where it overflows: then all eight bytes are needed
        int width = range < 0 ? 8 : range < 1L << 8 ? 1 : range < 1L << 16 ? 2 : range < 1L << 32 ? 4 : 8;
        byte[] bits = missing.get(0, count).toByteArray();
        ByteBuffer out = ByteBuffer.allocate(4 + 4 + bits.length + 8 + 1 + count * width);
        out.putInt(count).putInt(bits.length).put(bits).putLong(least).put((byte) width);
        for (int i = 0; i < count; i++) {
            long distance = missing.get(i) ? 0 : values[i] - least;
            switch (width) {
                case 1 -> out.put((byte) distance);
                case 2 -> out.putShort((short) distance);
                case 4 -> out.putInt((int) distance);
                default -> out.putLong(distance);
            }
        }
        return out.array();
    }

    public static Longs decode(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        long[] values = new long[in.getInt()];
        byte[] bits = new byte[in.getInt()];
        in.get(bits);
        long least = in.getLong();
        int width = in.get();
        for (int i = 0; i < values.length; i++) {
            values[i] = least + switch (width) {
                case 1 -> in.get() & 0xFFL;
                case 2 -> in.getShort() & 0xFFFFL;
                case 4 -> in.getInt() & 0xFFFF_FFFFL;
                default -> in.getLong();
            };
        }
        return new Longs(values, BitSet.valueOf(bits));
    }
}
