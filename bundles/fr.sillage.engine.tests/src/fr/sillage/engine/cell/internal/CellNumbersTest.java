package fr.sillage.engine.cell.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.engine.column.internal.Bits;
import org.junit.jupiter.api.Test;

class CellNumbersTest {
    @Test
    void fewCombinationsAreAllNumbered() {
        CellNumbers numbers = new CellNumbers(new int[] {3, 4});
        assertTrue(numbers.isDense());
        assertEquals(12, numbers.size());
        assertNumbered(numbers, new int[][] {{1, 2, 3, 3}, {4, 1, 2, 2}});
    }

    @Test
    void ofManyCombinationsThoseThatOccurAreNumbered() {
        CellNumbers numbers = new CellNumbers(new int[] {3_000, 3_000});
        assertFalse(numbers.isDense());
        assertNumbered(numbers, new int[][] {{2_999, 2, 2_999, 3_000}, {1, 3_000, 1, 1}});
        assertEquals(3, numbers.size());
    }

    @Test
    void ofAKeyOfVeryManyCodesThoseThatOccurAreNumbered() {
        CellNumbers numbers = new CellNumbers(new int[] {5_000_000});
        assertFalse(numbers.isDense());
        assertNumbered(numbers, new int[][] {{4_999_999, 2, 4_999_999, 5_000_000}});
        assertEquals(3, numbers.size());
    }

    /** Each row gets a number, under which its codes are found. */
    private static void assertNumbered(CellNumbers numbers, int[][] codes) {
        int rows = codes[0].length;
        int[] filled = new int[rows];
        numbers.fill(codes, Bits.all(rows), rows, filled);
        for (int row = 0; row < rows; row++) {
            int[] expected = new int[codes.length];
            for (int key = 0; key < codes.length; key++) {
                expected[key] = codes[key][row];
            }
            int[] found = new int[codes.length];
            numbers.codes(filled[row], found);
            assertArrayEquals(expected, found);
            assertEquals(filled[row], numbers.numberOf(expected));
        }
    }
}
