package fr.sillage.delimited;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A text as bytes in which each byte below 128 is that sign of ASCII and part of no other: as it lies in the file where
 * the encoding is like that (UTF-8, all of one byte a sign), else as UTF-8, made on the way.
 */
final class ByteText implements Closeable {
    /** What stands in a text for bytes that are none. */
    static final char REPLACEMENT = '\ufffd';

    /** Bytes of a byte order mark in UTF-8. */
    static final int MARK = 3;

    private static final int ASCII = 128;
    private static final byte[] MARK_BYTES = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final Charset charset;
    private final boolean utf8;

    private ByteText(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
    }

    static ByteText open(SourceInput in, Charset encoding, JobControl job) throws IOException {
        if (encoding.equals(StandardCharsets.UTF_8) || isOneByteASign(encoding)) {
            return new ByteText(new ToldInput(in.open(), in.size(), job), encoding);
        }
        return new ByteText(
                new Recoded(new DecodingReader(in.open(), encoding, in.size(), job)), StandardCharsets.UTF_8);
    }

    private static boolean isOneByteASign(Charset encoding) {
        if (!encoding.canEncode()
                || encoding.newEncoder().maxBytesPerChar() > 1
                || encoding.newDecoder().maxCharsPerByte() > 1) {
            return false;
        }
        byte[] ascii = new byte[ASCII];
        for (int i = 0; i < ASCII; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, encoding).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    /** Of the bytes, which need not be that of the file. */
    Charset charset() {
        return charset;
    }

    /** As {@link InputStream#read(byte[], int, int)}. @throws CharacterCodingException where the file is no text */
    int read(byte[] target, int offset, int length) throws IOException {
        return in.read(target, offset, length);
    }

    /** How many bytes a sign has that begins with that one, which is negative. */
    int length(byte first) {
        if (!utf8) {
            return 1;
        }
        int ones = Integer.numberOfLeadingZeros(~first << Integer.SIZE - Byte.SIZE);
        return Math.clamp(ones, 1, 4);
    }

    /** One sign. @throws CharacterCodingException where the bytes are none */
    String sign(byte[] bytes, int from, int count) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, count))
                .toString();
    }

    /** Whether a byte order mark stands there. */
    boolean isMark(byte[] bytes, int from, int to) {
        return utf8
                && to - from >= MARK
                && bytes[from] == MARK_BYTES[0]
                && bytes[from + 1] == MARK_BYTES[1]
                && bytes[from + 2] == MARK_BYTES[2];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A text in another encoding, as UTF-8. */
    private static final class Recoded extends InputStream {
        private final DecodingReader decoded;
        private final char[] signs = new char[1 << 14];
        private ByteBuffer ready = ByteBuffer.allocate(0);

        Recoded(DecodingReader decoded) {
            this.decoded = decoded;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (!ready.hasRemaining()) {
                int count = decoded.read(signs, 0, signs.length); // never half of a pair at its end
                if (count < 0) {
                    return -1;
                }
                ready = StandardCharsets.UTF_8.encode(CharBuffer.wrap(signs, 0, count));
            }
            int taken = Math.min(length, ready.remaining());
            ready.get(target, offset, taken);
            return taken;
        }

        @Override
        public void close() throws IOException {
            decoded.close();
        }
    }
}
