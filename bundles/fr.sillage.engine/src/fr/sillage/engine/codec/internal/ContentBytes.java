package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** What the codecs have in common: a checked way through the bytes. */
final class ContentBytes {
    private ContentBytes() {}

    /** The content's bytes, if it is of that codec. */
    static ByteBuffer of(Content content, Codec codec) throws MalformedContentException {
        if (content.codec() != codec) {
            throw new MalformedContentException("content is " + content.codec() + ", expected is " + codec);
        }
        return ByteBuffer.wrap(content.bytes());
    }

    static void require(ByteBuffer in, long bytes) throws MalformedContentException {
        if (bytes < 0 || in.remaining() < bytes) {
            throw new MalformedContentException("content ends early");
        }
    }

    /** To be called before the last values are read, with all that they take. */
    static void requireLast(ByteBuffer in, long bytes) throws MalformedContentException {
        require(in, bytes);
        if (in.remaining() > bytes) {
            throw new MalformedContentException("content goes on after its end");
        }
    }

    /** Which rows are missing: length, then one bit a row up to the last missing one. */
    static byte[] bits(BitSet missing, int count) {
        return missing.get(0, count).toByteArray();
    }

    static BitSet missing(ByteBuffer in, int count) throws MalformedContentException {
        require(in, Integer.BYTES);
        int length = in.getInt();
        require(in, length);
        byte[] bits = new byte[length];
        in.get(bits);
        BitSet missing = BitSet.valueOf(bits);
        if (missing.length() > count) {
            throw new MalformedContentException("a missing row beyond the last");
        }
        return missing;
    }
}
