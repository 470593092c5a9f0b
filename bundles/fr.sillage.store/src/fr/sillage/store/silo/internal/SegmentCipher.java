package fr.sillage.store.silo.internal;

import fr.sillage.store.keys.internal.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts one stream with AES-256-GCM in segments of 64 KiB. The nonce counts the segments and marks the last one, so
 * a stream that was cut, put in another order or changed is refused (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015). A key belongs to one stream only. Thread-safe for reading.
 */
final class SegmentCipher {
    static final int SEGMENT = 65_536;
    static final int SALT = 32;
    private static final int TAG = 16;
    private static final String USE = "fr.sillage spool file";

    private final SecretKeySpec key;

    private SegmentCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** For one stream: a key derived from a key and the stream's own salt. */
    static SegmentCipher of(byte[] master, byte[] salt) {
        return new SegmentCipher(Hkdf.derive(master, salt, USE.getBytes(StandardCharsets.UTF_8), 32));
    }

    /** Random; who forgets it can read the stream no more. */
    static byte[] salt() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /**
     * @param maximum bytes of plain text at the most
     * @return bytes of plain text
     */
    long encrypt(InputStream in, OutputStream out, long maximum) throws IOException {
        long total = 0;
        long count = 0;
        byte[] segment = in.readNBytes(SEGMENT);
        boolean last = false;
        while (!last) {
            total += segment.length;
            if (total > maximum) {
                throw new IOException("more than " + maximum + " bytes");
            }
            byte[] next = segment.length < SEGMENT ? new byte[0] : in.readNBytes(SEGMENT);
            last = next.length == 0;
            out.write(apply(Cipher.ENCRYPT_MODE, segment, segment.length, count, last));
            segment = next;
            count++;
        }
        return total;
    }

    /** @param begin where the stream begins in the file */
    InputStream decrypt(Path file, long begin) throws IOException {
        return new Plain(file, begin);
    }

    private byte[] apply(int mode, byte[] bytes, int length, long count, boolean last) throws IOException {
        byte[] nonce = ByteBuffer.allocate(12)
                .putLong(count)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("a spooled file is damaged", e);
        }
    }

    private final class Plain extends InputStream {
        private final InputStream in;
        private byte[] ahead = new byte[0];
        private byte[] plain = new byte[0];
        private int position;
        private long count;
        private boolean last;

        private Plain(Path file, long begin) throws IOException {
            in = Files.newInputStream(file);
            in.skipNBytes(begin);
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, plain.length - position);
            System.arraycopy(plain, position, target, offset, taken);
            position += taken;
            return taken;
        }

        private boolean fill() throws IOException {
            while (position == plain.length && !last) {
                int whole = SEGMENT + TAG;
                // One byte more tells whether this segment is the last.
                byte[] more = in.readNBytes(whole + 1 - ahead.length);
                byte[] sealed = Arrays.copyOf(ahead, ahead.length + more.length);
                System.arraycopy(more, 0, sealed, ahead.length, more.length);
                last = sealed.length <= whole;
                plain = apply(Cipher.DECRYPT_MODE, sealed, Math.min(whole, sealed.length), count, last);
                ahead = last ? new byte[0] : Arrays.copyOfRange(sealed, whole, sealed.length);
                position = 0;
                count++;
            }
            return position < plain.length;
        }

        @Override
        public int available() {
            return plain.length - position;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
