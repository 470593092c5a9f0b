package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CochranConditionsTest {
    /** Row sums 8 and 32, column sums 4 and 36 of 40: expected 0.8, 7.2, 3.2, 28.8. */
    @Test
    void smallExpectedCounts() {
        ContingencyTable table = new ContingencyTable(new long[][] {{2, 6}, {2, 30}});

        assertEquals(0.8, table.smallestExpected(), 1e-12);
        assertEquals(0.25, table.shareExpectedUnder(1), 1e-12);
        assertEquals(0.5, table.shareExpectedUnder(5), 1e-12);
    }

    @Test
    void emptyLinesDoNotCount() {
        ContingencyTable table = new ContingencyTable(new long[][] {{2, 0, 6}, {0, 0, 0}, {2, 0, 30}});

        assertEquals(0.8, table.smallestExpected(), 1e-12);
        assertEquals(0.5, table.shareExpectedUnder(5), 1e-12);
    }

    @Test
    void withoutAnyCountThereAreNone() {
        assertEquals(Double.NaN, new ContingencyTable(new long[][] {{0, 0}}).smallestExpected());
        assertEquals(Double.NaN, new ContingencyTable(new long[][] {{0, 0}}).shareExpectedUnder(5));
        assertEquals(Double.NaN, new ContingencyTable(new long[][] {}).smallestExpected());
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ContingencyTable(new long[][] {{1, -1}, {1, 1}}));
        assertThrows(IllegalArgumentException.class, () -> new ContingencyTable(new long[][] {{1, 1}, {1}}));
    }
}
