package fr.sillage.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {
    @Test
    void regionByModuleAsInR() {
        assertAsComputed(ReferenceTable.regionByModule());
    }

    @Test
    void educationByModuleAsInR() {
        assertAsComputed(ReferenceTable.educationByModule());
    }

    @Test
    void educationByResultAsInR() {
        assertAsComputed(ReferenceTable.educationByResult());
    }

    @Test
    void hairByEyeAsInR() {
        assertAsComputed(ReferenceTable.hairByEye());
    }

    private static void assertAsComputed(ReferenceTable reference) {
        ContingencyTable table = new ContingencyTable(reference.counts());
        assertPrinted(reference.chiSquare(), table.chiSquare(), "chi-square");
        assertEquals(reference.degreesOfFreedom(), table.degreesOfFreedom());
        assertPrinted(reference.p(), table.p(), "p");
        assertPrinted(reference.cramersV(), table.cramersV(), "Cramér's V");
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                smallest = Math.min(smallest, table.expected(i, j));
                assertPrinted(reference.residuals()[i][j], table.adjustedResidual(i, j), "residual " + i + ", " + j);
            }
        }
        assertPrinted(reference.smallestExpected(), smallest, "smallest expected");
    }

    /** Within one half of the last printed digit. */
    private static void assertPrinted(String printed, double actual, String what) {
        BigDecimal expected = new BigDecimal(printed);
        assertEquals(expected.doubleValue(), actual, expected.ulp().doubleValue() * 0.500001, what);
    }

    @Test
    void sumsAndTotal() {
        ContingencyTable table = new ContingencyTable(new long[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new long[] {6, 15}, new long[] {table.rowSum(0), table.rowSum(1)});
        assertArrayEquals(
                new long[] {5, 7, 9}, new long[] {table.columnSum(0), table.columnSum(1), table.columnSum(2)});
        assertEquals(21, table.total());
        assertEquals(6, table.count(1, 2));
    }

    @Test
    void perfectDependenceIsOne() {
        ContingencyTable table = new ContingencyTable(new long[][] {{10, 0, 0}, {0, 20, 0}, {0, 0, 30}});
        assertEquals(1, table.cramersV(), 1e-12);
        assertEquals(120, table.chiSquare(), 1e-9);
    }

    @Test
    void independenceIsZero() {
        ContingencyTable table = new ContingencyTable(new long[][] {{10, 20}, {20, 40}});
        assertEquals(0, table.chiSquare(), 1e-12);
        assertEquals(0, table.cramersV(), 1e-9);
        assertEquals(1, table.p(), 1e-9);
        assertEquals(0, table.adjustedResidual(1, 1), 1e-12);
    }

    @Test
    void emptyLinesChangeNothing() {
        ContingencyTable with = new ContingencyTable(new long[][] {{8, 0, 3}, {0, 0, 0}, {2, 0, 9}});
        ContingencyTable without = new ContingencyTable(new long[][] {{8, 3}, {2, 9}});
        assertEquals(without.degreesOfFreedom(), with.degreesOfFreedom());
        assertEquals(without.chiSquare(), with.chiSquare(), 1e-12);
        assertEquals(without.p(), with.p(), 1e-12);
        assertEquals(without.cramersV(), with.cramersV(), 1e-12);
        assertEquals(without.adjustedResidual(1, 1), with.adjustedResidual(2, 2), 1e-12);
        assertEquals(Double.NaN, with.adjustedResidual(1, 0));
    }

    @Test
    void whatHasNoDegreesOfFreedomIsNoTest() {
        assertNoTest(new long[][] {{5, 6, 7}});
        assertNoTest(new long[][] {{5}, {6}});
        assertNoTest(new long[][] {{0, 0}, {3, 4}});
        assertNoTest(new long[][] {{0, 0}, {0, 0}});
        assertNoTest(new long[][] {});
    }

    private static void assertNoTest(long[][] counts) {
        ContingencyTable table = new ContingencyTable(counts);
        assertEquals(0, table.degreesOfFreedom());
        assertEquals(Double.NaN, table.chiSquare());
        assertEquals(Double.NaN, table.p());
        assertEquals(Double.NaN, table.cramersV());
    }

    @Test
    void laterChangesOfTheGivenCountsAreNotSeen() {
        long[][] counts = {{1, 2}, {3, 4}};
        ContingencyTable table = new ContingencyTable(counts);
        counts[0][0] = 100;
        assertEquals(1, table.count(0, 0));
    }
}
