package fr.sillage.engine.key.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongCodesTest {
    @Test
    void givesCodesInOrderOfAppearance() {
        for (long range : new long[] {10, 5_000, 1L << 62}) {
            Random random = new Random(range);
            LongCodes codes = new LongCodes();
            Map<Long, Integer> expected = new HashMap<>();
            for (int i = 0; i < 20_000; i++) {
                long value = random.nextLong(-range, range);
                expected.putIfAbsent(value, expected.size());
                int code = expected.get(value);
                assertEquals(code, codes.codeOf(value));
                assertEquals(value, codes.valueOf(code));
            }
            assertEquals(expected.size(), codes.size());
        }
    }

    @Test
    void numbersThatDifferInTheirUpperBitsOnlyAreTold() {
        LongCodes codes = new LongCodes();
        for (int i = 0; i < 5_000; i++) {
            assertEquals(i, codes.codeOf((long) i << 48));
        }
    }
}
