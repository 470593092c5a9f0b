package fr.sillage.engine.measure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TotalsTest {
    @Test
    void sumsDoNotDependOnTheOrder() {
        Random random = new Random(4);
        Totals together = new Totals(1);
        Totals[] parts = {new Totals(1), new Totals(2), new Totals(1)};
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4);
            exact = exact.add(new BigDecimal(value));
            together.add(0, value, 1);
            parts[random.nextInt(3)].add(0, value, 1);
        }
        Totals merged = new Totals(1);
        for (Totals part : parts) {
            merged.add(0, part, 0);
        }
        assertEquals(exact.doubleValue(), together.sum(0));
        assertEquals(exact.doubleValue(), merged.sum(0));
        assertEquals(100_000, merged.values(0));
    }

    @Test
    void addsAValueOfManyRowsAsExactlyAsRowByRow() {
        Totals counted = new Totals(1);
        Totals added = new Totals(1);
        for (double value : new double[] {0.1, 1e9 / 3, -7.7, 1e-9}) {
            counted.add(0, value, 1_000);
            for (int row = 0; row < 1_000; row++) {
                added.add(0, value, 1);
            }
        }
        assertEquals(added.sum(0), counted.sum(0));
        assertEquals(added.values(0), counted.values(0));
        assertEquals(-7.7, counted.least(0));
        assertEquals(1e9 / 3, counted.most(0));
    }

    @Test
    void keepsTheTwoLargestOfThoseWhoAreAlone() {
        Totals totals = new Totals(0);
        totals.grow(1);
        for (double value : new double[] {3, -7, 2, 5, 5}) {
            totals.add(0, value, 1);
            if (value != 5) {
                totals.addAlone(0, value);
            }
        }
        assertEquals(7, totals.largest(0));
        assertEquals(3, totals.second(0));
        assertEquals(3, totals.alone(0));
        assertEquals(-7, totals.least(0));
        assertEquals(5, totals.most(0));
    }

    @Test
    void whatIsBeyondAllNumbersStaysSo() {
        Totals totals = new Totals(1);
        totals.add(0, Double.MAX_VALUE, 1);
        totals.add(0, Double.MAX_VALUE, 1);
        assertEquals(Double.POSITIVE_INFINITY, totals.sum(0));
    }
}
