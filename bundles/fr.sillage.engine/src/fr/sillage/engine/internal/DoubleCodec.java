package fr.sillage.engine.internal;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Floating point numbers in eight bytes each, and which are missing. */
public final class DoubleCodec {
    /** Numbers of one chunk; those of missing rows mean nothing. */
    public record Doubles(double[] values, BitSet missing) {}

    private DoubleCodec() {}

    public static byte[] encode(double[] values, BitSet missing, int count) {
        byte[] bits = missing.get(0, count).toByteArray();
        ByteBuffer out = ByteBuffer.allocate(4 + 4 + bits.length + count * Double.BYTES);
        out.putInt(count).putInt(bits.length).put(bits);
        for (int i = 0; i < count; i++) {
            out.putDouble(missing.get(i) ? 0 : values[i]);
        }
        return out.array();
    }

    public static Doubles decode(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        double[] values = new double[in.getInt()];
        byte[] bits = new byte[in.getInt()];
        in.get(bits);
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
        return new Doubles(values, BitSet.valueOf(bits));
    }
}
