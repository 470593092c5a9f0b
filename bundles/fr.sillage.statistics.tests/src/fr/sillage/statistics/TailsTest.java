package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TailsTest {
    /** With two degrees of freedom the survival function is exp(-x / 2). */
    @Test
    void chiSquareWithTwoDegreesIsExponential() {
        for (double x : new double[] {0.5, 5, 50, 500, 1400}) {
            assertEquals(1, Tails.chiSquare(x, 2) / Math.exp(-x / 2), 1e-9, "at " + x);
        }
    }

    @Test
    void squareOfANormalIsChiSquareWithOneDegree() {
        for (double z : new double[] {0.1, 1, 1.96, 5, 20}) {
            assertEquals(1, Tails.twoSidedNormal(z) / Tails.chiSquare(z * z, 1), 1e-9, "at " + z);
        }
    }

    @Test
    void normalIsSymmetricAndOneInTheMiddle() {
        assertEquals(0.04999579, Tails.twoSidedNormal(1.96), 1e-8);
        assertEquals(Tails.twoSidedNormal(1.96), Tails.twoSidedNormal(-1.96));
        assertEquals(1, Tails.twoSidedNormal(0));
    }

    @Test
    void whatIsNoTestHasNoTail() {
        assertEquals(Double.NaN, Tails.chiSquare(3, 0));
        assertEquals(Double.NaN, Tails.chiSquare(Double.NaN, 3));
        assertEquals(Double.NaN, Tails.twoSidedNormal(Double.NaN));
    }
}
