package fr.sillage.delimited;

import fr.sillage.api.JobControl;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.OptionalLong;

/**
 * Decodes strictly. Unlike {@link java.io.InputStreamReader} it hands out all that comes before a bad byte before it
 * throws {@link java.nio.charset.CharacterCodingException}, so that who reads knows the line of the fault. Tells the
 * job how far it is.
 */
final class DecodingReader extends Reader {
    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private boolean exhausted;
    private boolean flushed;

    DecodingReader(InputStream in, Charset charset, OptionalLong size, JobControl job) {
        this.in = new ToldInput(in, size, job);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** @param length at least 2, the room that one character outside the basic plane takes */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("room for at least two characters is needed");
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (!flushed) {
            CoderResult result = decoder.decode(bytes, out, exhausted);
            if (out.position() == offset && result.isError()) {
                result.throwException();
            }
            if (result.isUnderflow() && exhausted) {
                decoder.flush(out);
                flushed = true;
            }
            if (out.position() > offset) {
                return out.position() - offset;
            }
            fill();
        }
        return -1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        exhausted = read < 0;
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
