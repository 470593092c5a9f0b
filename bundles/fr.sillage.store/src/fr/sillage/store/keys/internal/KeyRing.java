package fr.sillage.store.keys.internal;

import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one database, all random. In its file they are wrapped with AES-256-GCM under a key derived from the
 * master secret (HKDF-SHA-256); the database's name is authenticated with them, so that files cannot change places.
 */
public final class KeyRing {
    private static final int FORMAT = 1;
    private static final int KEY = 32;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String USE = "fr.sillage key ring";

    private final byte[] keys;

    private KeyRing(byte[] keys) {
        this.keys = keys;
    }

    public static KeyRing random() {
        byte[] keys = new byte[4 * KEY];
        new SecureRandom().nextBytes(keys);
        return new KeyRing(keys);
    }

    /** Of the database itself. */
    public byte[] database() {
        return key(0);
    }

    /** Of the person keys. */
    public byte[] pseudonyms() {
        return key(1);
    }

    /** Of the spool. */
    public byte[] spool() {
        return key(2);
    }

    /** Password of the database's only user. */
    public String ownerPassword() {
        return HexFormat.of().formatHex(key(3));
    }

    /**
     * Writes the file whole or not at all.
     *
     * @param name of the database
     */
    public void write(Path file, String name, MasterSecret secret) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] wrapped =
                    cipher(Cipher.ENCRYPT_MODE, secret, salt, nonce, name).doFinal(keys);
            PrivateFiles.write(
                    file,
                    ByteBuffer.allocate(1 + SALT + NONCE + wrapped.length)
                            .put((byte) FORMAT)
                            .put(salt)
                            .put(nonce)
                            .put(wrapped)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM", e);
        }
    }

    /**
     * @param name of the database, as it was written
     * @throws StoreException where the file cannot be read or the master secret is another one
     */
    public static KeyRing read(Path file, String name, MasterSecret secret) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
            if (content.remaining() <= 1 + SALT + NONCE || content.get() != FORMAT) {
                throw new StoreException("the key file of " + name + " is damaged or of an unknown format");
            }
            byte[] salt = new byte[SALT];
            byte[] nonce = new byte[NONCE];
            content.get(salt).get(nonce);
            byte[] wrapped = new byte[content.remaining()];
            content.get(wrapped);
            return new KeyRing(
                    cipher(Cipher.DECRYPT_MODE, secret, salt, nonce, name).doFinal(wrapped));
        } catch (AEADBadTagException e) {
            throw StoreException.because(
                    "the master secret is not the one that the keys of " + name
                            + " were wrapped under, or their file is damaged",
                    e);
        } catch (GeneralSecurityException | IOException e) {
            throw StoreException.because("the keys of " + name + " cannot be read", e);
        }
    }

    /**
     * The keys closed under another key than the platform's, for a backup.
     *
     * @param key of 256 bits, used once
     * @param with what they are authenticated with
     */
    public byte[] wrap(byte[] key, byte[] with) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, key, nonce, with).doFinal(keys);
            return ByteBuffer.allocate(NONCE + wrapped.length)
                    .put(nonce)
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM", e);
        }
    }

    /** Opens what {@link #wrap} closed; empty where the key or what they are authenticated with is another one. */
    public static Optional<KeyRing> unwrap(byte[] key, byte[] wrapped, byte[] with) {
        if (wrapped.length != NONCE + 4 * KEY + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE);
        try {
            return Optional.of(new KeyRing(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, with).doFinal(wrapped, NONCE, wrapped.length - NONCE)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, MasterSecret secret, byte[] salt, byte[] nonce, String name)
            throws GeneralSecurityException {
        return cipher(mode, secret.key(salt, USE), nonce, name.getBytes(StandardCharsets.UTF_8));
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] with) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(with);
        return cipher;
    }

    private byte[] key(int position) {
        byte[] key = new byte[KEY];
        System.arraycopy(keys, position * KEY, key, 0, KEY);
        return key;
    }

    @Override
    public String toString() {
        return "key ring";
    }
}
