package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** By hand: 4 · 0.005, 3 · 0.01, 2 · 0.03, and 0.04 raised to the one before it. */
    @Test
    void multipliesStepByStepAndNeverFalls() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02},
                Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-15);
    }

    @Test
    void staysAtMostOne() {
        assertArrayEquals(new double[] {1, 1, 1}, Holm.adjust(new double[] {0.5, 0.9, 0.7}), 0);
    }

    @Test
    void whatIsNoTestDoesNotCount() {
        double[] adjusted = Holm.adjust(new double[] {0.01, Double.NaN, 0.02});

        assertEquals(0.02, adjusted[0], 1e-15);
        assertEquals(Double.NaN, adjusted[1]);
        assertEquals(0.02, adjusted[2], 1e-15);
    }

    @Test
    void smallValuesSurvive() {
        assertEquals(2e-300, Holm.adjust(new double[] {1e-300, 0.5})[0], 1e-310);
    }
}
