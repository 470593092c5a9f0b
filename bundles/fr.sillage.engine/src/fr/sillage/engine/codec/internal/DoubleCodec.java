package fr.sillage.engine.codec.internal;

import fr.sillage.engine.column.internal.DoubleChunk;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Floating point numbers, eight bytes each: missing rows, numbers. Values of missing rows are not kept. */
public final class DoubleCodec {
    private DoubleCodec() {}

    public static Content encode(double[] values, BitSet missing, int count) {
        byte[] bits = ContentBytes.bits(missing, count);
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + bits.length + count * Double.BYTES);
        out.putInt(bits.length).put(bits);
        for (int i = 0; i < count; i++) {
            out.putDouble(missing.get(i) ? 0 : values[i]);
        }
        return new Content(Codec.DOUBLES, count, out.array());
    }

    public static DoubleChunk decode(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.DOUBLES);
        BitSet missing = ContentBytes.missing(in, content.count());
        ContentBytes.requireLast(in, (long) content.count() * Double.BYTES);
        double[] values = new double[content.count()];
        in.asDoubleBuffer().get(values);
        return new DoubleChunk(values, missing);
    }
}
