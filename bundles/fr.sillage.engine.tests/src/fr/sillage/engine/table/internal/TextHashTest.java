package fr.sillage.engine.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextHashTest {
    /** Of the bytes 0, 1, 2, ... under the key 0, 1, ..., 15: reference implementation of SipHash, {@code vectors.h}. */
    private static final Map<Integer, String> REFERENCE = Map.of(
            0, "a3817f04ba25a8e66df67214c7550293",
            2, "8177228da4a45dc7fca38bdef60affe4",
            4, "f88164c12d9c8faf7d0f6e7c7bcd5579",
            6, "14eeca338b208613485ea0308fd7a15e",
            8, "3b62a9ba6258f5610f83e264f31497b4",
            10, "00110dc378146956c95447d3f3d0fbba",
            12, "d626b266905ef35882634df68532c125",
            14, "31fcefac66d7de9c7ec7485fe4494902",
            16, "6ee2a4ca67b054bbfd3315bf85230577");

    @Test
    void isTheReferencesOverTwoBytesACharacter() {
        TextHash hash = new TextHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        REFERENCE.forEach((bytes, expected) -> {
            StringBuilder text = new StringBuilder();
            for (int low = 0; low < bytes; low += 2) {
                text.append((char) (low + 1 << 8 | low));
            }
            hash.hash(text.toString());
            byte[] found = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(hash.low())
                    .putLong(hash.high())
                    .array();
            assertEquals(expected, HexFormat.of().formatHex(found), bytes + " bytes");
        });
    }
}
