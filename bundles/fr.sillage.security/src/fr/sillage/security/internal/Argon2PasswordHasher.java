package fr.sillage.security.internal;

import fr.sillage.core.community.PasswordHasher;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes passwords with Argon2id under a random salt. Its own copies of a password are wiped; the caller's array is
 * the caller's to wipe.
 */
@Component
@Provides
@Instantiate
public class Argon2PasswordHasher implements PasswordHasher {
    private static final Logger LOG = LoggerFactory.getLogger(Argon2PasswordHasher.class);
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    /** Each hash takes 19 MiB: without a bound, many sign-ins at once would exhaust the memory. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    @Override
    public String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] tag = withBytes(password, bytes -> Argon2id.RECOMMENDED.tag(bytes, salt, TAG_BYTES));
        return new HashedPassword(Argon2id.RECOMMENDED, salt, tag).format();
    }

    @Override
    public boolean matches(char[] password, String hash) {
        return HashedPassword.parse(hash)
                .map(stored -> {
                    byte[] tag = withBytes(
                            password, bytes -> stored.function().tag(bytes, stored.salt(), stored.tag().length));
                    return MessageDigest.isEqual(tag, stored.tag());
                })
                .orElseGet(() -> {
                    LOG.warn("a stored password hash cannot be read");
                    return false;
                });
    }

    private byte[] withBytes(char[] password, Function<byte[], byte[]> work) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        atOnce.acquireUninterruptibly();
        try {
            return work.apply(bytes);
        } finally {
            atOnce.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
