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
        int highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, codes[i]);
        }
        int width = highest < 1 << 8 ? 1 : highest < 1 << 16 ? 2 : 4;
        ByteBuffer out = ByteBuffer.allocate(1 + count * width).put((byte) width);
        switch (width) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    out.array()[1 + i] = (byte) codes[i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    out.putShort(1 + 2 * i, (short) codes[i]);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    out.putInt(1 + 4 * i, codes[i]);
                }
            }
        }
        int bits = PackedBits.bits(highest);
        int packed = PackedBits.bytes(bits, count);
        return Packing.pays(out.array(), packed)
                ? packed(codes, count, bits, packed)
                : new Content(Codec.CODES, count, out.array());
    }

    private static Content packed(int[] codes, int count, int bits, int bytes) {
        ByteBuffer out = ByteBuffer.allocate(1 + bytes).put((byte) bits);
        PackedBits.Writer writer = new PackedBits.Writer(out, bits);
        for (int i = 0; i < count; i++) {
            writer.put(codes[i]);
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
