package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.silo.HmacPseudonymiser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Checks against HMAC written down from its definition (RFC 2104), itself checked with RFC 4231. */
class HmacPseudonymiserTest {
    private static final byte[] KEY = "an example key of some 40 bytes, or less".getBytes(StandardCharsets.UTF_8);

    @Test
    void theReferenceGivesTestCaseTwoOfRfc4231() throws Exception {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                hmac("Jefe".getBytes(StandardCharsets.UTF_8), "what do ya want for nothing?"));
    }

    @Test
    void isTheFirstHalfOfTheHmac() throws Exception {
        assertEquals(
                hmac(KEY, "email\0ada@example.org").substring(0, 32),
                new HmacPseudonymiser(KEY, "email").pseudonym("ada@example.org"));
    }

    @Test
    void normalisesFirst() throws Exception {
        String expected = hmac(KEY, "name\0été fi").substring(0, 32);
        HmacPseudonymiser names = new HmacPseudonymiser(KEY, "name");
        for (String raw : List.of("été fi", "  ÉTÉ FI\t", "e\u0301te\u0301 \ufb01", "\u00a0été\u00a0fi\u00a0")) {
            assertEquals(expected, names.pseudonym(raw));
        }
    }

    @Test
    void manyThreadsMayShareIt() {
        HmacPseudonymiser shared = new HmacPseudonymiser(KEY, "email");
        List<String> expected = IntStream.range(0, 20_000)
                .mapToObj(i -> shared.pseudonym("p" + i))
                .toList();
        assertEquals(
                expected,
                IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(i -> shared.pseudonym("p" + i))
                        .toList());
    }

    @Test
    void refusesShortKeysAndAmbiguousSchemes() {
        assertThrows(IllegalArgumentException.class, () -> new HmacPseudonymiser(new byte[31], "email"));
        assertThrows(IllegalArgumentException.class, () -> new HmacPseudonymiser(KEY, "a\0b"));
    }

    private static String hmac(byte[] key, String text) throws Exception {
        byte[] inner = Arrays.copyOf(key, 64);
        byte[] outer = inner.clone();
        for (int i = 0; i < 64; i++) {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5c;
        }
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(inner);
        byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(hash));
    }
}
