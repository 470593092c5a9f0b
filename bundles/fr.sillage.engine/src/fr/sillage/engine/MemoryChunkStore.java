package fr.sillage.engine;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Chunks in memory, under AES-256-GCM with a key that is made here, used once and never leaves. Thread-safe. */
public final class MemoryChunkStore implements ChunkStore, ChunkSink {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final Map<ChunkKey, byte[]> chunks;
    private final AtomicLong nonces = new AtomicLong();
    private final SecretKey key;

    public MemoryChunkStore() {
        this(new ConcurrentHashMap<>());
    }

    /** @param chunks where the encrypted chunks are kept */
    MemoryChunkStore(Map<ChunkKey, byte[]> chunks) {
        this.chunks = chunks;
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256, new SecureRandom());
            this.key = generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(ChunkKey name, byte[] chunk) {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putLong(nonces.incrementAndGet())
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(chunk);
            chunks.put(
                    name,
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws CorruptChunkException where the chunk was changed in memory */
    @Override
    public Optional<byte[]> read(ChunkKey name) {
        return Optional.ofNullable(chunks.get(name)).map(stored -> opened(name, stored));
    }

    private byte[] opened(ChunkKey name, byte[] stored) {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new CorruptChunkException(name, "cannot be decrypted");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
