package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import java.util.stream.IntStream;

/** Whether two engines answer the same. */
final class SameCells {
    private SameCells() {}

    static void assertSame(String what, Cells expected, Cells cells) {
        assertEquals(expected.keys(), cells.keys(), what);
        assertEquals(expected.unit(), cells.unit(), what);
        assertEquals(expected.links(), cells.links(), what);
        assertEquals(expected.subjectKnown(), cells.subjectKnown(), what);
        IntStream.range(0, expected.keys().size())
                .forEach(key -> assertEquals(expected.labels(key), cells.labels(key), what));
        assertEquals(expected.missing(), cells.missing(), what);
        assertEquals(expected.excluded(), cells.excluded(), what);
        assertEquals(expected.measures(), cells.measures(), what);
        assertEquals(expected.filled().size(), cells.filled().size(), what);
        for (Cell cell : expected.filled()) {
            Cell found = cells.cell(cell.region());
            assertEquals(cell.rows(), found.rows(), what);
            assertEquals(cell.persons(), found.persons(), what);
            assertEquals(cell.amounts().size(), found.amounts().size(), what);
            for (int i = 0; i < cell.amounts().size(); i++) {
                assertSame(
                        what + ": " + cell.region() + " " + i,
                        cell.amounts().get(i),
                        found.amounts().get(i));
            }
        }
    }

    private static void assertSame(String what, Amount expected, Amount amount) {
        assertNear(what, expected.value(), amount.value());
        assertNear(what, expected.largest(), amount.largest());
        assertNear(what, expected.secondLargest(), amount.secondLargest());
        assertEquals(expected.values(), amount.values(), what);
        assertEquals(expected.persons(), amount.persons(), what);
    }

    /** The reference divides and adds in another order. */
    private static void assertNear(String what, double expected, double value) {
        double near = Double.isNaN(expected) ? 1 : 1e-12 * Math.max(1, Math.abs(expected));
        assertEquals(expected, value, near, what);
    }
}
