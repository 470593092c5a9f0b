package fr.sillage.engine.codec.internal;

import java.util.zip.Deflater;

/** Tells from a sample how long a content would be once it is deflated. */
final class DeflatedLength {
    private static final int PIECES = 4;
    private static final int PIECE = 1 << 12;

    private DeflatedLength() {}

    /** Bytes, about; exactly where the content is short. */
    static long of(byte[] content) {
        byte[] sample = sample(content);
        return (long) content.length * deflated(sample, Deflater.DEFAULT_STRATEGY) / Math.max(1, sample.length);
    }

    /**
     * The strategy for a content: where repetitions save little more than short codes for frequent bytes do, these alone,
     * which is several times faster.
     */
    static int strategy(byte[] content) {
        if (content.length <= PIECES * PIECE) {
            return Deflater.DEFAULT_STRATEGY;
        }
        byte[] sample = sample(content);
        return deflated(sample, Deflater.HUFFMAN_ONLY) <= Packing.PRICE * deflated(sample, Deflater.DEFAULT_STRATEGY)
                ? Deflater.HUFFMAN_ONLY
                : Deflater.DEFAULT_STRATEGY;
    }

    private static byte[] sample(byte[] content) {
        if (content.length <= PIECES * PIECE) {
            return content;
        }
        byte[] sample = new byte[PIECES * PIECE];
        for (int piece = 0; piece < PIECES; piece++) {
            int from = (int) ((long) (content.length - PIECE) * piece / (PIECES - 1)) & -Long.BYTES;
            System.arraycopy(content, from, sample, piece * PIECE, PIECE);
        }
        return sample;
    }

    private static int deflated(byte[] bytes, int strategy) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setStrategy(strategy);
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[PIECE];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(out);
            }
            return length;
        } finally {
            deflater.end();
        }
    }
}
