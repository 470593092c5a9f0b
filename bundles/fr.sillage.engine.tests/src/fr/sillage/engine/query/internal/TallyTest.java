package fr.sillage.engine.query.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsAlikeHoweverItKeepsThePairs() {
        int many = 20_000; // 400 million pairs: too many for bits
        for (Tally tally : new Tally[] {Tally.of(4, 10), Tally.of(many, many), Tally.growing()}) {
            tally.add(0, 7);
            tally.add(0, 7);
            tally.add(0, 9);
            tally.add(3, 7);
            tally.add(3, Tally.NOBODY);
            tally.add(3, Tally.NOBODY);
            assertEquals(3, tally.rows(0));
            assertEquals(0, tally.rows(1));
            assertEquals(3, tally.rows(3));
            assertArrayEquals(new long[] {2, 0, 0, 3}, Arrays.copyOf(tally.persons(), 4));
        }
    }

    @Test
    void growsWithItsGroups() {
        Tally tally = Tally.growing();
        for (int group = 0; group < 1_000; group++) {
            tally.add(group, group % 3);
            tally.add(group, Tally.NOBODY);
        }
        assertEquals(2, tally.rows(999));
        assertEquals(2, tally.persons()[999]);
    }
}
