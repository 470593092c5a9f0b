package fr.sillage.engine.codec.internal;

import fr.sillage.engine.column.internal.DoubleChunk;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Floating point numbers. Where few different ones occur: missing rows, how many different ones, these in rising order,
 * and for each row its place among them in 1 or 2 bytes. Otherwise: missing rows, numbers of eight bytes each. Values of
 * missing rows are not kept.
 */
public final class DoubleCodec {
    private static final int FEW = 1 << 12;
    private static final int BYTE = 1 << 8;

    private DoubleCodec() {}

    public static Content encode(double[] values, BitSet missing, int count) {
        byte[] bits = ContentBytes.bits(missing, count);
        if (count < 2) {
            return plain(values, missing, count, bits);
        }
        FewDoubles few = new FewDoubles(Math.min(FEW, count / 2));
        char[] seen = new char[count];
        if (!few.number(values, missing, count, seen)) {
            return plain(values, missing, count, bits);
        }
        double[] distinct = few.sorted();
        int width = distinct.length <= BYTE ? Byte.BYTES : Character.BYTES;
        ByteBuffer out =
                ByteBuffer.allocate(2 * Integer.BYTES + bits.length + distinct.length * Double.BYTES + count * width);
        out.putInt(bits.length).put(bits).putInt(distinct.length);
        for (double value : distinct) {
            out.putDouble(value);
        }
        char[] places = few.places(distinct);
        long[] block = new long[WholeBytes.BLOCK];
        for (int from = 0; from < count; from += block.length) {
            WholeBytes.put(out, width, block, load(seen, places, from, count, block));
        }
        return new Content(Codec.DOUBLES_CODED, count, out.array());
    }

    /** Takes places into a block. @param seen of each row 1 more than its number; 0 where it is missing @return how many */
    private static int load(char[] seen, char[] places, int from, int count, long[] block) {
        int taken = Math.min(block.length, count - from);
        for (int i = 0; i < taken; i++) {
            block[i] = seen[from + i] == 0 ? 0 : places[seen[from + i] - 1];
        }
        return taken;
    }

    private static Content plain(double[] values, BitSet missing, int count, byte[] bits) {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + bits.length + count * Double.BYTES);
        out.putInt(bits.length).put(bits);
        for (int i = 0; i < count; i++) {
            out.putDouble(missing.get(i) ? 0 : values[i]);
        }
        return new Content(Codec.DOUBLES, count, out.array());
    }

    public static DoubleChunk decode(Content content) throws MalformedContentException {
        return content.codec() == Codec.DOUBLES_CODED ? coded(content) : plain(content);
    }

    private static DoubleChunk plain(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.DOUBLES);
        BitSet missing = ContentBytes.missing(in, content.count());
        ContentBytes.requireLast(in, (long) content.count() * Double.BYTES);
        return DoubleChunk.plain(numbers(in, content.count()), missing);
    }

    private static DoubleChunk coded(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.DOUBLES_CODED);
        BitSet missing = ContentBytes.missing(in, content.count());
        ContentBytes.require(in, Integer.BYTES);
        int size = in.getInt();
        if (size < 1 || size > FEW) {
            throw new MalformedContentException(size + " different numbers");
        }
        ContentBytes.require(in, (long) size * Double.BYTES);
        double[] distinct = numbers(in, size);
        in.position(in.position() + size * Double.BYTES);
        if (size <= BYTE) {
            ContentBytes.requireLast(in, content.count());
            byte[] places = new byte[content.count()];
            in.get(places);
            for (byte place : places) {
                requirePlace(place & 0xFF, size);
            }
            return DoubleChunk.coded(distinct, places, missing);
        }
        ContentBytes.requireLast(in, (long) content.count() * Character.BYTES);
        char[] places = new char[content.count()];
        in.asCharBuffer().get(places);
        for (char place : places) {
            requirePlace(place, size);
        }
        return DoubleChunk.coded(distinct, places, missing);
    }

    private static double[] numbers(ByteBuffer in, int count) {
        double[] numbers = new double[count];
        in.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static void requirePlace(int place, int size) throws MalformedContentException {
        if (place >= size) {
            throw new MalformedContentException("place " + place + " of " + size);
        }
    }
}
