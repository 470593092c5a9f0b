package fr.sillage.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    /** RFC 9106, section 5.3. */
    @Test
    void givesTheTagOfTheStandardsTestVector() {
        byte[] tag = new Argon2id(32, 3, 4).tag(bytes(32, 1), bytes(16, 2), bytes(8, 3), bytes(12, 4), 32);

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    @Test
    void costsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Argon2id(7, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Argon2id(19_456, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Argon2id(4_000_000, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Argon2id(19_456, 2, 17));
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
