package fr.sillage.engine.codec.internal;

import fr.sillage.engine.column.internal.LongChunk;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Whole numbers as distances from the least one. In the smallest of 1, 2, 4 or 8 bytes each: missing rows, least, width,
 * distances. Where that would hardly be shorter once it is deflated, as few bits each as the largest needs: missing rows,
 * least, bits, distances. Values of missing rows are not kept.
 */
public final class LongCodec {
    private LongCodec() {}

    public static Content encode(long[] values, BitSet missing, int count) {
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
        int width = width(most - least);
        byte[] bits = ContentBytes.bits(missing, count);
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + bits.length + Long.BYTES + 1 + count * width);
        out.putInt(bits.length).put(bits).putLong(least).put((byte) width);
        for (int i = 0; i < count; i++) {
            long distance = missing.get(i) ? 0 : values[i] - least;
            switch (width) {
                case 1 -> out.put((byte) distance);
                case 2 -> out.putShort((short) distance);
                case 4 -> out.putInt((int) distance);
                default -> out.putLong(distance);
            }
        }
        long range = most - least;
        int packed = PackedBits.bytes(PackedBits.bits(range), count) + Integer.BYTES + bits.length + Long.BYTES + 1;
        return range >= 0 && PackedBits.bits(range) <= PackedBits.MOST && Packing.pays(out.array(), packed)
                ? packed(values, missing, count, least, range)
                : new Content(Codec.LONGS, count, out.array());
    }

    private static Content packed(long[] values, BitSet missing, int count, long least, long range) {
        byte[] gone = ContentBytes.bits(missing, count);
        int bits = PackedBits.bits(range);
        ByteBuffer out =
                ByteBuffer.allocate(Integer.BYTES + gone.length + Long.BYTES + 1 + PackedBits.bytes(bits, count));
        out.putInt(gone.length).put(gone).putLong(least).put((byte) bits);
        PackedBits.Writer writer = new PackedBits.Writer(out, bits);
        for (int i = 0; i < count; i++) {
            writer.put(missing.get(i) ? 0 : values[i] - least);
        }
        writer.end();
        return new Content(Codec.LONGS_PACKED, count, out.array());
    }

    /** @param range negative where the distance overflows: then all eight bytes are needed, and wrap round rightly */
    private static int width(long range) {
        if (range < 0 || range >= 1L << 32) {
            return 8;
        }
        return range < 1L << 8 ? 1 : range < 1L << 16 ? 2 : 4;
    }

    public static LongChunk decode(Content content) throws MalformedContentException {
        return content.codec() == Codec.LONGS_PACKED ? unpacked(content) : plain(content);
    }

    private static LongChunk unpacked(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.LONGS_PACKED);
        BitSet missing = ContentBytes.missing(in, content.count());
        ContentBytes.require(in, Long.BYTES + 1);
        long least = in.getLong();
        int bits = in.get();
        if (bits < 1 || bits > PackedBits.MOST) {
            throw new MalformedContentException("numbers of " + bits + " bits");
        }
        ContentBytes.requireLast(in, PackedBits.bytes(bits, content.count()));
        PackedBits.Reader reader = new PackedBits.Reader(in, bits);
        return new LongChunk(distances(reader, bits, content.count()), least, missing);
    }

    private static Object distances(PackedBits.Reader reader, int bits, int count) {
        if (bits <= Byte.SIZE) {
            byte[] distances = new byte[count];
            for (int i = 0; i < count; i++) {
                distances[i] = (byte) reader.next();
            }
            return distances;
        }
        if (bits <= Character.SIZE) {
            char[] distances = new char[count];
            for (int i = 0; i < count; i++) {
                distances[i] = (char) reader.next();
            }
            return distances;
        }
        if (bits <= Integer.SIZE) {
            int[] distances = new int[count];
            for (int i = 0; i < count; i++) {
                distances[i] = (int) reader.next();
            }
            return distances;
        }
        long[] distances = new long[count];
        for (int i = 0; i < count; i++) {
            distances[i] = reader.next();
        }
        return distances;
    }

    private static LongChunk plain(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.LONGS);
        BitSet missing = ContentBytes.missing(in, content.count());
        ContentBytes.require(in, Long.BYTES + 1);
        long least = in.getLong();
        int width = in.get();
        ContentBytes.requireLast(in, (long) content.count() * width);
        return new LongChunk(distances(in, width, content.count()), least, missing);
    }

    private static Object distances(ByteBuffer in, int width, int count) throws MalformedContentException {
        switch (width) {
            case 1 -> {
                byte[] distances = new byte[count];
                in.get(distances);
                return distances;
            }
            case 2 -> {
                char[] distances = new char[count];
                in.asCharBuffer().get(distances);
                return distances;
            }
            case 4 -> {
                int[] distances = new int[count];
                in.asIntBuffer().get(distances);
                return distances;
            }
            case 8 -> {
                long[] distances = new long[count];
                in.asLongBuffer().get(distances);
                return distances;
            }
            default -> throw new MalformedContentException("width " + width);
        }
    }
}
