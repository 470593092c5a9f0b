package fr.sillage.engine.codec.internal;

import java.util.zip.Deflater;

/** Tells from a sample how long a content would be once it is deflated. */
final class DeflatedLength {
    private static final int PIECES = 4;
    private static final int PIECE = 1 << 12;

    private DeflatedLength() {}

    /** Bytes, about; exactly where the content is short. */
    static long of(byte[] content) {
        if (content.length <= PIECES * PIECE) {
            return deflated(content);
        }
        byte[] sample = new byte[PIECES * PIECE];
        for (int piece = 0; piece < PIECES; piece++) {
            int from = (int) ((long) (content.length - PIECE) * piece / (PIECES - 1)) & -Long.BYTES;
            System.arraycopy(content, from, sample, piece * PIECE, PIECE);
        }
        return (long) content.length * deflated(sample) / sample.length;
    }

    private static int deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
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
