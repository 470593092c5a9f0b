package fr.sillage.core.gate.rounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundedCountTest {
    @Test
    void aStepIsFourTimesTheRowsOfEnoughPersons() {
        assertEquals(20, RoundedCount.step(1_000, 1_000, 5));
        assertEquals(50, RoundedCount.step(1_000, 900, 5));
        assertEquals(200, RoundedCount.step(10_000, 1_000, 5));
        assertEquals(20, RoundedCount.step(0, 0, 5));
        assertEquals(1, RoundedCount.step(1_000, 10, 1), "without a threshold nothing is rounded");
    }

    @Test
    void theNumberLiesInItsInterval() {
        for (int threshold = 1; threshold < 12; threshold++) {
            long step = RoundedCount.step(500, 500, threshold);
            for (long rows = 0; rows <= 500; rows++) {
                RoundedCount told = RoundedCount.of(rows, step);
                assertTrue(told.least() <= rows && rows <= told.most(), told + " of " + rows);
                assertEquals(0, told.shown() % step);
                assertEquals(told, RoundedCount.of(told.least(), step));
                assertEquals(told, RoundedCount.of(told.most(), step));
                assertTrue(told.most() - told.least() + 1 >= (threshold == 1 ? 1 : 2 * threshold));
            }
        }
    }
}
