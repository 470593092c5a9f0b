package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.Passphrase;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How a key is made of a passphrase: PBKDF2 (RFC 8018) with HMAC-SHA-512. A backup says with which numbers, so that
 * they can grow.
 *
 * @param salt hexadecimal
 */
record PassphraseKey(String salt, int rounds) {
    /** Three times what OWASP's password storage cheat sheet asks of this function. */
    private static final int ROUNDS = 630_000;

    /** More would keep a file that somebody changed busy for minutes. */
    private static final int MOST_ROUNDS = 20_000_000;

    private static final int SALT = 16;
    private static final int BITS = 256;

    PassphraseKey {
        Objects.requireNonNull(salt);
        if (rounds < 1 || rounds > MOST_ROUNDS || HexFormat.of().parseHex(salt).length != SALT) {
            throw new IllegalArgumentException("not how a key is made of a passphrase");
        }
    }

    static PassphraseKey random() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return new PassphraseKey(HexFormat.of().formatHex(salt), ROUNDS);
    }

    byte[] of(Passphrase passphrase) {
        PBEKeySpec spec =
                new PBEKeySpec(passphrase.text().toCharArray(), HexFormat.of().parseHex(salt), rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}
