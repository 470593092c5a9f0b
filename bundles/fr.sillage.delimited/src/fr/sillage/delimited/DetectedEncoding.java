package fr.sillage.delimited;

import fr.sillage.api.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells the encoding of a file by its first bytes.
 *
 * @param charset the encoding
 * @param why by which sign
 */
record DetectedEncoding(Charset charset, Message why) {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @param complete whether {@code head} is the whole file; else a sequence may be cut off at its end */
    static DetectedEncoding of(byte[] head, boolean complete) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return mark(StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return mark(StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return mark(StandardCharsets.UTF_16BE);
        }
        if (isUtf8(head, complete)) {
            boolean plain = true;
            for (byte b : head) {
                plain &= b >= 0;
            }
            return new DetectedEncoding(
                    StandardCharsets.UTF_8, DelimitedMessages.of(plain ? "why.encoding.ascii" : "why.encoding.utf8"));
        }
        return new DetectedEncoding(WINDOWS, DelimitedMessages.of("why.encoding.windows"));
    }

    /** What to try where bytes are not of an encoding; names separated by commas. */
    static String instead(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return WINDOWS.name();
        }
        return charset.equals(WINDOWS) ? "ISO-8859-15, IBM850, x-MacRoman" : "UTF-8, " + WINDOWS.name();
    }

    private static DetectedEncoding mark(Charset charset) {
        return new DetectedEncoding(charset, DelimitedMessages.of("why.encoding.mark", charset.name()));
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] head, boolean complete) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), complete);
        return !result.isError();
    }
}
