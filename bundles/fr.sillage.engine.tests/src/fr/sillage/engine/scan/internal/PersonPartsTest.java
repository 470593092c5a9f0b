package fr.sillage.engine.scan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PersonPartsTest {
    @Test
    void keepsEachPairInThePartOfItsPerson() {
        PersonParts parts = new PersonParts(2, 1, 2, 0); // parts 1 and 2 of 4
        for (int person = 1; person <= 8_000; person++) {
            parts.add(person, person % 7, new double[0][], 0);
        }
        for (int part = 0; part < 2; part++) {
            long[] pairs = new long[parts.size(part) + 1];
            assertEquals(pairs.length, parts.copyTo(part, pairs, new double[0][], 1));
            int bits = part + 1;
            long[] expected = Arrays.stream(pairs).toArray();
            expected[0] = 0;
            int at = 1;
            for (int person = 1; person <= 8_000; person++) {
                if ((person & 3) == bits) {
                    expected[at++] = (long) (person >>> 2) << 32 | person % 7;
                }
            }
            assertEquals(pairs.length, at);
            assertEquals(Arrays.toString(expected), Arrays.toString(pairs));
            parts.drop(part);
            assertEquals(0, parts.size(part));
        }
    }

    @Test
    void scansAgainWhereMemoryIsShort() {
        assertEquals(new PersonPasses(0, 1), PersonPasses.of(0, 1));
        assertEquals(new PersonPasses(0, 1), PersonPasses.of(65_536, 1));
        assertEquals(new PersonPasses(8, 1), PersonPasses.of(10_000_000, 80_000_000));
        assertEquals(new PersonPasses(8, 4), PersonPasses.of(10_000_000, 20_000_000));
        assertEquals(64, new PersonPasses(8, 4).partsOfPass());
        assertEquals(new PersonPasses(12, 4096), PersonPasses.of(1L << 40, 1));
    }
}
