package fr.sillage.engine.internal;

import java.nio.ByteBuffer;

/** Dictionary codes in the smallest of 1, 2 or 4 bytes each: count, width, codes. */
public final class CodeCodec {
    private CodeCodec() {}

    public static byte[] encode(int[] codes, int count) {
        int highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, codes[i]);
        }
        int width = highest < 1 << 8 ? 1 : highest < 1 << 16 ? 2 : 4;
        ByteBuffer out = ByteBuffer.allocate(5 + count * width).putInt(count).put((byte) width);
        for (int i = 0; i < count; i++) {
            switch (width) {
                case 1 -> out.put((byte) codes[i]);
                case 2 -> out.putShort((short) codes[i]);
                default -> out.putInt(codes[i]);
            }
        }
        return out.array();
    }

    public static int[] decode(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        int[] codes = new int[in.getInt()];
        int width = in.get();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = switch (width) {
                case 1 -> in.get() & 0xFF;
                case 2 -> in.getShort() & 0xFFFF;
                default -> in.getInt();
            };
        }
        return codes;
    }
}
