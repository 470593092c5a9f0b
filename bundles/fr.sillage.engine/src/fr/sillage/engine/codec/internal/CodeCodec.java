package fr.sillage.engine.codec.internal;

import fr.sillage.engine.column.internal.CodeChunk;
import java.nio.ByteBuffer;

/**
 * Dictionary codes, 0 where missing. In the smallest of 1, 2 or 4 bytes each: width, codes. Where that would hardly be
 * shorter once it is deflated, as few bits each as the highest code needs: bits, codes.
 */
public final class CodeCodec {
    private CodeCodec() {}

    /** @param codes not negative; the first {@code count} are taken */
    public static Content encode(int[] codes, int count) {
        return encode(codes, count, new Packing());
    }

    /** The same, for the next chunk of a column. */
    public static Content encode(int[] codes, int count, Packing packing) {
        int highest = highest(codes, count);
        int width = highest < 1 << 8 ? 1 : highest < 1 << 16 ? 2 : 4;
        ByteBuffer out = ByteBuffer.allocate(1 + count * width).put((byte) width);
        long[] block = new long[WholeBytes.BLOCK];
        for (int from = 0; from < count; from += block.length) {
            WholeBytes.put(out, width, block, load(codes, from, count, block));
        }
        int bits = PackedBits.bits(highest);
        int packed = PackedBits.bytes(bits, count);
        return packing.pays(out.array(), packed)
                ? packed(codes, count, bits, packed)
                : new Content(Codec.CODES, count, out.array());
    }

    private static int highest(int[] codes, int count) {
        int highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, codes[i]);
        }
        return highest;
    }

    /** Takes codes into a block. @return how many */
    private static int load(int[] codes, int from, int count, long[] block) {
        int taken = Math.min(block.length, count - from);
        for (int i = 0; i < taken; i++) {
            block[i] = codes[from + i];
        }
        return taken;
    }

    private static Content packed(int[] codes, int count, int bits, int bytes) {
        ByteBuffer out = ByteBuffer.allocate(1 + bytes).put((byte) bits);
        PackedBits.Writer writer = new PackedBits.Writer(out, bits);
        long[] block = new long[WholeBytes.BLOCK];
        for (int from = 0; from < count; from += block.length) {
            writer.put(block, load(codes, from, count, block));
        }
        writer.end();
        return new Content(Codec.CODES_PACKED, count, out.array());
    }

    public static CodeChunk decode(Content content) throws MalformedContentException {
        return content.codec() == Codec.CODES_PACKED ? unpacked(content) : plain(content);
    }

    private static CodeChunk unpacked(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.CODES_PACKED);
        ContentBytes.require(in, 1);
        int bits = in.get();
        if (bits < 1 || bits >= Integer.SIZE) {
            throw new MalformedContentException("codes of " + bits + " bits");
        }
        ContentBytes.requireLast(in, PackedBits.bytes(bits, content.count()));
        PackedBits.Reader reader = new PackedBits.Reader(in, bits);
        if (bits <= Byte.SIZE) {
            byte[] codes = new byte[content.count()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) reader.next();
            }
            return CodeChunk.of(codes);
        }
        if (bits <= Character.SIZE) {
            char[] codes = new char[content.count()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (char) reader.next();
            }
            return CodeChunk.of(codes);
        }
        int[] codes = new int[content.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) reader.next();
        }
        return CodeChunk.of(codes);
    }

    private static CodeChunk plain(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.CODES);
        ContentBytes.require(in, 1);
        int width = in.get();
        ContentBytes.requireLast(in, (long) content.count() * width);
        switch (width) {
            case 1 -> {
                byte[] codes = new byte[content.count()];
                in.get(codes);
                return CodeChunk.of(codes);
            }
            case 2 -> {
                char[] codes = new char[content.count()];
                in.asCharBuffer().get(codes);
                return CodeChunk.of(codes);
            }
            case 4 -> {
                int[] codes = new int[content.count()];
                in.asIntBuffer().get(codes);
                for (int code : codes) {
                    if (code < 0) {
                        throw new MalformedContentException("a negative code");
                    }
                }
                return CodeChunk.of(codes);
            }
            default -> throw new MalformedContentException("width " + width);
        }
    }
}
