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
        return encode(values, missing, count, new Packing());
    }

    /** The same, for the next chunk of a column. */
    public static Content encode(long[] values, BitSet missing, int count, Packing packing) {
        int first = missing.nextClearBit(0);
        long least = first < count ? values[first] : 0;
        long most = least;
        for (int from = first; from < count; from = missing.nextClearBit(from)) {
            int gone = missing.nextSetBit(from);
            int to = gone < 0 ? count : Math.min(gone, count);
            least = least(values, from, to, least);
            most = most(values, from, to, most);
            from = to;
        }
        Distances distances = new Distances(values, missing, count, least);
        byte[] gone = ContentBytes.bits(missing, count);
        long range = most - least;
        int width = width(range);
        int header = Integer.BYTES + gone.length + Long.BYTES + 1;
        ByteBuffer out = ByteBuffer.allocate(header + count * width);
        out.putInt(gone.length).put(gone).putLong(least).put((byte) width);
        for (int from = 0; from < count; from += WholeBytes.BLOCK) {
            WholeBytes.put(out, width, distances.block, distances.load(from));
        }
        int bits = PackedBits.bits(range);
        int packed = PackedBits.bytes(bits, count) + header;
        return range >= 0 && bits <= PackedBits.MOST && packing.pays(out.array(), packed)
                ? packed(distances, gone, bits, packed)
                : new Content(Codec.LONGS, count, out.array());
    }

    private static long least(long[] values, int from, int to, long before) {
        long least = before;
        for (int i = from; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    private static long most(long[] values, int from, int to, long before) {
        long most = before;
        for (int i = from; i < to; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }

    private static Content packed(Distances distances, byte[] gone, int bits, int length) {
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(gone.length).put(gone).putLong(distances.least).put((byte) bits);
        PackedBits.Writer writer = new PackedBits.Writer(out, bits);
        for (int from = 0; from < distances.count; from += WholeBytes.BLOCK) {
            writer.put(distances.block, distances.load(from));
        }
        writer.end();
        return new Content(Codec.LONGS_PACKED, distances.count, out.array());
    }

    /** Distances from the least number, block by block; 0 where one is missing. */
    private static final class Distances {
        private final long[] block = new long[WholeBytes.BLOCK];
        private final long[] values;
        private final BitSet missing;
        private final int count;
        private final long least;

        Distances(long[] values, BitSet missing, int count, long least) {
            this.values = values;
            this.missing = missing;
            this.count = count;
            this.least = least;
        }

        /** Takes those from there on into the block. @return how many */
        int load(int from) {
            int taken = Math.min(block.length, count - from);
            for (int i = 0; i < taken; i++) {
                block[i] = values[from + i] - least;
            }
            for (int gone = missing.nextSetBit(from);
                    gone >= 0 && gone < from + taken;
                    gone = missing.nextSetBit(gone + 1)) {
                block[gone - from] = 0;
            }
            return taken;
        }
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
