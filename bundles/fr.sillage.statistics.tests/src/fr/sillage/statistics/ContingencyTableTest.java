package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Expected values: OULAD 2013 and hair by eye colour (Snee 1974), computed with base R 4.2.2, to the digits printed. */
class ContingencyTableTest {
    private static final long[][] HAIR_BY_EYE = {{68, 20, 15, 5}, {119, 84, 54, 29}, {26, 17, 14, 14}, {7, 94, 10, 16}};

    private static final double[][] HAIR_BY_EYE_EXPECTED = {
        {40.13513, 39.22297, 16.96622, 11.675676},
        {106.28378, 103.86824, 44.92905, 30.918919},
        {26.38513, 25.78547, 11.15372, 7.675676},
        {47.19595, 46.12331, 19.95101, 13.729730}};

    private static final double[][] HAIR_BY_EYE_RESIDUALS = {
        {6.136520, -4.253816, -0.575026, -2.287896},
        {2.164282, -3.397883, 2.050216, -0.508263},
        {-0.100824, -2.311052, 0.989512, 2.576569},
        {-8.328248, 9.967550, -2.737977, 0.732023}};

    @Test
    void regionByModule() {
        ContingencyTable table = new ContingencyTable(Oulad2013.REGION_BY_MODULE);

        assertEquals(13529, table.total());
        assertEquals(658.249464212, table.chiSquare(), 5e-10);
        assertEquals(60, table.degreesOfFreedom());
        assertEquals(1.4447116e-101, table.p(), 5e-109);
        assertEquals(0.0986455291061, table.cramersV(), 5e-14);
        assertEquals(15.0323749, table.smallestExpected(), 5e-8);
        assertEquals(0, table.shareExpectedUnder(5));
        assertResiduals(Oulad2013.REGION_BY_MODULE_RESIDUALS, table, 5e-9);
    }

    @Test
    void educationByModule() {
        ContingencyTable table = new ContingencyTable(Oulad2013.EDUCATION_BY_MODULE);

        assertEquals(423.936320254, table.chiSquare(), 5e-10);
        assertEquals(20, table.degreesOfFreedom());
        assertEquals(2.1818212e-77, table.p(), 5e-85);
        assertEquals(0.0885090071071, table.cramersV(), 5e-14);
        assertEquals(2.717717496, table.smallestExpected(), 5e-10);
        assertResiduals(Oulad2013.EDUCATION_BY_MODULE_RESIDUALS, table, 5e-9);
    }

    @Test
    void educationByResult() {
        ContingencyTable table = new ContingencyTable(Oulad2013.EDUCATION_BY_RESULT);

        assertEquals(436.250640213, table.chiSquare(), 5e-10);
        assertEquals(12, table.degreesOfFreedom());
        assertEquals(7.8297872e-86, table.p(), 5e-94);
        assertEquals(0.103675123865, table.cramersV(), 5e-13);
        assertEquals(7.635154113, table.smallestExpected(), 5e-10);
        assertResiduals(Oulad2013.EDUCATION_BY_RESULT_RESIDUALS, table, 5e-9);
    }

    @Test
    void hairByEye() {
        ContingencyTable table = new ContingencyTable(HAIR_BY_EYE);

        assertEquals(138.289841626, table.chiSquare(), 5e-10);
        assertEquals(9, table.degreesOfFreedom());
        assertEquals(2.3252868e-25, table.p(), 5e-33);
        assertEquals(0.2790446233, table.cramersV(), 5e-11);
        assertResiduals(HAIR_BY_EYE_RESIDUALS, table, 5e-7);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(HAIR_BY_EYE_EXPECTED[i][j], table.expected(i, j), 6e-6);
            }
        }
    }

    /** The p of a residual is twice the upper tail: 0.05 at 1.959964, and no zero far out. */
    @Test
    void residualsHaveTwoSidedPs() {
        assertEquals(0.05, Tails.twoSidedNormal(-1.959963984540054), 1e-15);
        assertEquals(1, Tails.twoSidedNormal(0));
        double farOut = new ContingencyTable(Oulad2013.REGION_BY_MODULE).residualPs()[10 * 6 + 1];
        assertEquals(Tails.twoSidedNormal(12.10705480), farOut, 1e-6 * farOut);
        assertEquals(-34, (int) Math.floor(Math.log10(farOut)));
    }

    @Test
    void emptyLinesDoNotCount() {
        ContingencyTable full = new ContingencyTable(new long[][] {{10, 20}, {30, 5}});
        ContingencyTable gaps = new ContingencyTable(new long[][] {{10, 0, 20}, {0, 0, 0}, {30, 0, 5}});

        assertEquals(full.degreesOfFreedom(), gaps.degreesOfFreedom());
        assertEquals(full.chiSquare(), gaps.chiSquare(), 1e-12);
        assertEquals(full.cramersV(), gaps.cramersV(), 1e-12);
        assertEquals(full.smallestExpected(), gaps.smallestExpected(), 1e-12);
        assertEquals(full.shareExpectedUnder(15), gaps.shareExpectedUnder(15), 1e-12);
        assertEquals(Double.NaN, gaps.adjustedResidual(1, 0));
        assertEquals(full.adjustedResidual(1, 1), gaps.adjustedResidual(2, 2), 1e-12);
    }

    @Test
    void sharesOfSmallExpectedCounts() {
        // row sums 8 and 32, column sums 4 and 36 of 40: expected 0.8, 7.2, 3.2, 28.8
        ContingencyTable table = new ContingencyTable(new long[][] {{2, 6}, {2, 30}});

        assertEquals(0.8, table.smallestExpected(), 1e-12);
        assertEquals(0.25, table.shareExpectedUnder(1), 1e-12);
        assertEquals(0.5, table.shareExpectedUnder(5), 1e-12);
    }

    @Test
    void whatIsNotDefinedIsNotANumber() {
        for (long[][] counts : new long[][][] {{}, {{}}, {{0}}, {{7}}, {{3, 4, 5}}, {{3}, {4}}, {{0, 0}, {0, 0}}, {{3, 4}, {0, 0}}}) {
            ContingencyTable table = new ContingencyTable(counts);

            assertEquals(0, table.degreesOfFreedom());
            assertEquals(Double.NaN, table.chiSquare());
            assertEquals(Double.NaN, table.p());
            assertEquals(Double.NaN, table.cramersV());
            for (double p : table.residualPs()) {
                assertEquals(Double.NaN, p);
            }
        }
        assertEquals(Double.NaN, new ContingencyTable(new long[][] {{0}}).smallestExpected());
        assertEquals(Double.NaN, new ContingencyTable(new long[][] {{0}}).shareExpectedUnder(5));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ContingencyTable(new long[][] {{1, -1}, {1, 1}}));
        assertThrows(IllegalArgumentException.class, () -> new ContingencyTable(new long[][] {{1, 1}, {1}}));
    }

    private static void assertResiduals(double[][] expected, ContingencyTable table, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertEquals(expected[i][j], table.adjustedResidual(i, j), tolerance, "row " + i + ", column " + j);
            }
        }
    }
}
