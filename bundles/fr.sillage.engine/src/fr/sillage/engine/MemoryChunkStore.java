package fr.sillage.engine;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Chunks in memory, under AES-256-GCM with a key that is made here, used once and never leaves. Thread-safe. */
public final class MemoryChunkStore implements ChunkStore, ChunkSink {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final Map<ChunkKey, byte[]> chunks = new ConcurrentHashMap<>();
    private final AtomicLong nonces = new AtomicLong();
    private final SecretKey key;

    public MemoryChunkStore() {
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
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(nonces.incrementAndGet()).array();
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, chunk, 0);
        chunks.put(name, ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    }

    @Override
    public Optional<byte[]> read(ChunkKey name) {
        return Optional.ofNullable(chunks.get(name)).map(stored -> {
            byte[] nonce = java.util.Arrays.copyOf(stored, NONCE_BYTES);
            return crypt(Cipher.DECRYPT_MODE, nonce, stored, NONCE_BYTES);
        });
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, offset, bytes.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
