package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** By hand: 0.005 * 4, 0.01 * 3, then 0.03 * 2 = 0.06, and 0.04 * 1 is lifted to 0.06. */
    @Test
    void multipliesAndNeverFalls() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
    }

    @Test
    void isNeverMoreThanOne() {
        assertArrayEquals(new double[] {1, 1, 1}, Holm.adjust(new double[] {0.5, 0.9, 0.4}), 1e-12);
    }

    @Test
    void whatIsNoTestDoesNotCount() {
        assertArrayEquals(
                new double[] {Double.NaN, 0.02, 0.03}, Holm.adjust(new double[] {Double.NaN, 0.01, 0.03}), 1e-12);
    }

    @Test
    void ofNothingIsNothing() {
        assertArrayEquals(new double[0], Holm.adjust(new double[0]));
    }
}
