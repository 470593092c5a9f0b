package fr.sillage.security.internal;

import java.util.Objects;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 1.3 (RFC 9106), with its costs.
 *
 * @param memory KiB of memory
 * @param iterations passes over it
 * @param parallelism lanes
 */
record Argon2id(int memory, int iterations, int parallelism) {
    /** The least costs that the OWASP Password Storage Cheat Sheet recommends for one lane: 19 MiB, two passes. */
    static final Argon2id RECOMMENDED = new Argon2id(19_456, 2, 1);

    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_LANES = 16;

    Argon2id {
        if (parallelism < 1
                || parallelism > MOST_LANES
                || iterations < 1
                || iterations > MOST_ITERATIONS
                || memory < 8 * parallelism
                || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("costs out of range");
        }
    }

    byte[] tag(byte[] password, byte[] salt, int length) {
        return tag(password, salt, new byte[0], new byte[0], length);
    }

    byte[] tag(byte[] password, byte[] salt, byte[] secret, byte[] associated, int length) {
        Objects.requireNonNull(password);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(associated)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }
}
