package fr.sillage.security.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest {
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Test
    void aHashNamesItsCostsAndMatchesOnlyItsPassword() {
        char[] password = "Éléphant rose à pois".toCharArray();
        String hash = hasher.hash(password);

        assertTrue(hash.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"), hash);
        assertArrayEquals("Éléphant rose à pois".toCharArray(), password);
        assertTrue(hasher.matches(password, hash));
        assertFalse(hasher.matches("Éléphant rose a pois".toCharArray(), hash));
        assertFalse(hasher.matches(new char[0], hash));
    }

    @Test
    void oneAndTheSamePasswordNeverGivesTheSameHash() {
        assertNotEquals(hasher.hash("a long password".toCharArray()), hasher.hash("a long password".toCharArray()));
    }

    @Test
    void aHashOfOtherCostsStillMatches() {
        Argon2id small = new Argon2id(64, 1, 1);
        byte[] salt = new byte[16];
        byte[] tag = small.tag("a long password".getBytes(java.nio.charset.StandardCharsets.UTF_8), salt, 32);
        String hash = new HashedPassword(small, salt, tag).format();

        assertTrue(hasher.matches("a long password".toCharArray(), hash));
        assertFalse(hasher.matches("another password".toCharArray(), hash));
    }

    @Test
    void whatIsNotAHashMatchesNothing() {
        String salt = Base64.getEncoder().withoutPadding().encodeToString(new byte[16]);
        String tag = Base64.getEncoder().withoutPadding().encodeToString(new byte[32]);
        for (String text : new String[] {
            "",
            "a long password",
            "$argon2i$v=19$m=64,t=1,p=1$" + salt + "$" + tag,
            "$argon2id$v=16$m=64,t=1,p=1$" + salt + "$" + tag,
            "$argon2id$v=19$m=9999999,t=1,p=1$" + salt + "$" + tag,
            "$argon2id$v=19$m=64,t=1,p=1$" + salt + "$"
        }) {
            assertEquals(Optional.empty(), HashedPassword.parse(text).map(HashedPassword::format), text);
            assertFalse(hasher.matches("a long password".toCharArray(), text), text);
        }
        String good = "$argon2id$v=19$m=64,t=1,p=1$" + salt + "$" + tag;
        assertEquals(Optional.of(good), HashedPassword.parse(good).map(HashedPassword::format));
    }
}
