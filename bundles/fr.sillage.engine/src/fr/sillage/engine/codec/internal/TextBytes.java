package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The texts of a dictionary chunk as their bytes, to compare many of them without making objects of them.
 *
 * @param bytes the content of the chunk
 * @param starts where each text begins
 * @param ends where it ends
 */
public record TextBytes(byte[] bytes, int[] starts, int[] ends) {
    public static TextBytes of(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.DICTIONARY);
        int[] starts = new int[content.count()];
        int[] ends = new int[content.count()];
        for (int i = 0; i < starts.length; i++) {
            ContentBytes.require(in, Integer.BYTES);
            int length = in.getInt();
            ContentBytes.require(in, length);
            starts[i] = in.position();
            ends[i] = starts[i] + length;
            in.position(ends[i]);
        }
        ContentBytes.requireLast(in, 0);
        return new TextBytes(content.bytes(), starts, ends);
    }

    public int size() {
        return starts.length;
    }

    public boolean equal(int text, TextBytes others, int other) {
        return Arrays.equals(bytes, starts[text], ends[text], others.bytes, others.starts[other], others.ends[other]);
    }

    /** Equal texts have equal ones, and many bits of it vary. */
    public long hash(int text) {
        long hash = 0;
        for (int i = starts[text]; i < ends[text]; i++) {
            hash = (hash ^ bytes[i] & 0xFF) * 0x9E37_79B9_7F4A_7C15L; // golden ratio
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
