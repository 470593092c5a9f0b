package fr.sillage.engine.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.engine.MemoryBudget;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashCodesTest {
    @Test
    void countsFromOneInTheOrderOfTheirComingAndFindsAllAgain() {
        try (HashCodes codes = new HashCodes(MemoryBudget.unlimited())) {
            SplittableRandom random = new SplittableRandom(7);
            for (int code = 1; code <= 200_000; code++) {
                long low = random.nextLong();
                long high = random.nextLong();
                assertEquals(0, codes.find(low, high));
                assertEquals(code, codes.add(low, high));
            }
            random = new SplittableRandom(7);
            for (int code = 1; code <= 200_000; code++) {
                long low = random.nextLong();
                long high = random.nextLong();
                assertEquals(code, codes.find(low, high));
                assertEquals(0, codes.find(low, ~high), "half of a hash is not enough");
            }
        }
    }

    @Test
    void hashesThatBeginAlikeAreToldApart() {
        try (HashCodes codes = new HashCodes(MemoryBudget.unlimited())) {
            for (int i = 1; i <= 1_000; i++) {
                assertEquals(i, codes.add(42, i));
            }
            for (int i = 1; i <= 1_000; i++) {
                assertEquals(i, codes.find(42, i));
            }
        }
    }

    @Test
    void aTextTakesThirtyBytesAtTheMostAndAllIsGivenBack() {
        MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
        HashCodes codes = new HashCodes(budget);
        for (int i = 0; i < 1_000_000; i++) {
            codes.add(i * 0x9E37_79B9_7F4A_7C15L, i);
        }
        assertTrue(budget.taken() < 30_000_000, budget.taken() + " bytes");
        codes.close();
        assertEquals(0, budget.taken());
    }

    @Test
    void whereTheBudgetEndsItSaysSoAndStaysAsItWas() {
        MemoryBudget budget = new MemoryBudget(100_000);
        try (HashCodes codes = new HashCodes(budget)) {
            int code = 0;
            while (codes.add(code * 0x9E37_79B9_7F4A_7C15L, code) != 0) {
                code++;
            }
            assertTrue(code > 2_000, code + " texts");
            assertEquals(code, codes.size());
            assertEquals(code, codes.find((code - 1) * 0x9E37_79B9_7F4A_7C15L, code - 1));
            assertTrue(budget.taken() <= 100_000);
        }
    }
}
