package fr.sillage.engine.table.internal;

import java.security.SecureRandom;

/**
 * SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012) over the UTF-16 code units of a text, low byte first. Under a
 * secret random key nobody can make up texts that collide, and of n texts any two do so with a probability of n² / 2^129.
 * Used by one thread.
 */
public final class TextHash {
    /** Signs with one of these bits, of four at once: all that may be half of a surrogate pair, and some others. */
    private static final long HIGH_BITS = 0x8000_8000_8000_8000L;

    private static final int MOST_KEPT = 1 << 12;

    private final long k0;
    private final long k1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long low;
    private long high;
    private boolean plain;
    private char[] chars = new char[1 << 8];

    TextHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** Under a secret key of its own. */
    public static TextHash random() {
        SecureRandom random = new SecureRandom();
        return new TextHash(random.nextLong(), random.nextLong());
    }

    public void hash(String text) {
        int length = text.length();
        if (length > chars.length) {
            chars = new char[Math.max(length, 2 * chars.length)];
        }
        text.getChars(0, length, chars, 0);
        hash(chars, length);
        if (chars.length > MOST_KEPT) {
            chars = new char[MOST_KEPT];
        }
    }

    private void hash(char[] text, int length) {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
        long all = 0;
        int whole = length & ~3;
        for (int i = 0; i < whole; i += 4) {
            long word = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
            all |= word;
            compress(word);
        }
        long last = 0;
        for (int i = whole; i < length; i++) {
            last |= (long) text[i] << 16 * (i - whole);
        }
        all |= last;
        compress(last | (2L * length) << 56);
        v2 ^= 0xee;
        finish();
        low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        finish();
        high = v0 ^ v1 ^ v2 ^ v3;
        plain = (all & HIGH_BITS) == 0;
    }

    /** Whole numbers, always as many with one and the same key. */
    void hash(long[] words) {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
        for (long word : words) {
            compress(word);
        }
        compress((long) Long.BYTES * words.length << 56);
        v2 ^= 0xee;
        finish();
        low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        finish();
        high = v0 ^ v1 ^ v2 ^ v3;
    }

    private void compress(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void finish() {
        round();
        round();
        round();
        round();
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }

    /** The first 64 bits of what was hashed last. */
    public long low() {
        return low;
    }

    /** Whether what was hashed last surely holds no half of a surrogate pair. */
    public boolean isPlain() {
        return plain;
    }

    /** The other 64 bits. */
    public long high() {
        return high;
    }
}
