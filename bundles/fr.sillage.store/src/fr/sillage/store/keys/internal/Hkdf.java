package fr.sillage.store.keys.internal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives keys from keys: HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    /**
     * @param salt random, may be public; not empty
     * @param info what the derived key is for
     * @param length bytes, up to 8160
     */
    public static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] strong = hmac(salt, secret);
        byte[] out = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, count = 1; done < length; done += BLOCK, count++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) count;
            block = hmac(strong, input);
            System.arraycopy(block, 0, out, done, Math.min(BLOCK, length - done));
        }
        return out;
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
