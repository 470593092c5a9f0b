package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;

/** Dictionary codes, 0 where missing, in the smallest of 1, 2 or 4 bytes each: width, codes. */
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
        for (int i = 0; i < count; i++) {
            switch (width) {
                case 1 -> out.put((byte) codes[i]);
                case 2 -> out.putShort((short) codes[i]);
                default -> out.putInt(codes[i]);
            }
        }
        return new Content(Codec.CODES, count, out.array());
    }

    public static int[] decode(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.CODES);
        ContentBytes.require(in, 1);
        int width = in.get();
        ContentBytes.requireLast(in, (long) content.count() * width);
        int[] codes = new int[content.count()];
        switch (width) {
            case 1 -> {
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = in.get() & 0xFF;
                }
            }
            case 2 -> {
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = in.getShort() & 0xFFFF;
                }
            }
            case 4 -> in.asIntBuffer().get(codes);
            default -> throw new MalformedContentException("width " + width);
        }
        for (int code : codes) {
            if (code < 0) {
                throw new MalformedContentException("a negative code");
            }
        }
        return codes;
    }
}
