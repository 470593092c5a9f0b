package fr.sillage.delimited;

import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/**
 * The first bytes of a file.
 *
 * @param complete whether they are all of it
 */
public record Head(byte[] bytes, boolean complete) {
    public static Head of(SourceInput in) throws IOException {
        try (InputStream stream = in.open()) {
            byte[] bytes = stream.readNBytes(DataSource.HEAD_BYTES);
            return new Head(bytes, bytes.length < DataSource.HEAD_BYTES);
        }
    }

    /** Decoded; bad bytes become replacement characters, for what is read here is only looked at. */
    String text(Charset charset) {
        String text = charset.decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
