package fr.sillage.core.silo;

import fr.sillage.api.anonymizer.Pseudonymiser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Person keys by HMAC-SHA-256 (RFC 2104, FIPS 180-4) over the scheme, a zero byte and the normalised input; the first
 * 128 bits as 32 hexadecimal digits. Thread-safe.
 */
public final class HmacPseudonymiser implements Pseudonymiser {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /** Has taken in the key, the scheme and the zero byte; only ever cloned, so that threads may share it. */
    private final Mac prefix;

    /**
     * @param key the silo's pseudonym key, of 32 bytes at the least
     * @param scheme what the identifiers are; holds no zero byte
     */
    public HmacPseudonymiser(byte[] key, String scheme) {
        if (key.length < 32) {
            throw new IllegalArgumentException("key of less than 256 bits");
        }
        if (scheme.isBlank() || scheme.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a scheme");
        }
        try {
            prefix = Mac.getInstance(ALGORITHM);
            prefix.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
        prefix.update(scheme.getBytes(StandardCharsets.UTF_8));
        prefix.update((byte) 0);
    }

    @Override
    public String pseudonym(String raw) {
        byte[] hash = copy().doFinal(normalise(raw).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }

    /** NFKC comes first: it turns unusual spaces into plain ones, which are then trimmed. */
    private static String normalise(String raw) {
        if (isNormal(raw)) {
            return raw;
        }
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it surely stays as it is: visible ASCII without capitals. */
    private static boolean isNormal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign <= ' ' || sign > '~' || sign >= 'A' && sign <= 'Z') {
                return false;
            }
        }
        return true;
    }

    private Mac copy() {
        try {
            return (Mac) prefix.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
