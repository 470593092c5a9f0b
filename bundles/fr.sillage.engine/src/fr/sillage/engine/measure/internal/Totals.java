package fr.sillage.engine.measure.internal;

import java.util.Arrays;

/**
 * What is added up of a measured column, cell by cell or group by group. Sums are kept as two numbers whose sum is exact
 * to twice the digits (Knuth, The Art of Computer Programming 2, 4.2.2), so that they do not depend on the order of the
 * rows. Used by one thread.
 */
public final class Totals {
    private long[] values;
    private long[] alone;
    private double[] high;
    private double[] low;
    private double[] least;
    private double[] most;
    private double[] largest;
    private double[] second;

    public Totals(int size) {
        values = new long[size];
        alone = new long[size];
        high = new double[size];
        low = new double[size];
        least = filled(size, Double.POSITIVE_INFINITY);
        most = filled(size, Double.NEGATIVE_INFINITY);
        largest = new double[size];
        second = new double[size];
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    public int size() {
        return values.length;
    }

    void grow(int size) {
        int before = values.length;
        values = Arrays.copyOf(values, size);
        alone = Arrays.copyOf(alone, size);
        high = Arrays.copyOf(high, size);
        low = Arrays.copyOf(low, size);
        least = Arrays.copyOf(least, size);
        Arrays.fill(least, before, size, Double.POSITIVE_INFINITY);
        most = Arrays.copyOf(most, size);
        Arrays.fill(most, before, size, Double.NEGATIVE_INFINITY);
        largest = Arrays.copyOf(largest, size);
        second = Arrays.copyOf(second, size);
    }

    /** A value of so many rows. */
    void add(int cell, double value, int rows) {
        values[cell] += rows;
        double product = rows * value;
        plus(cell, product, rows == 1 || !Double.isFinite(product) ? 0 : Math.fma(rows, value, -product));
        least[cell] = Math.min(least[cell], value);
        most[cell] = Math.max(most[cell], value);
    }

    /** That one of these rows is a person of its own. */
    void addAlone(int cell, double value) {
        alone[cell]++;
        contribute(cell, Math.abs(value));
    }

    private void plus(int cell, double value, double error) {
        double sum = high[cell] + value;
        double part = sum - high[cell];
        low[cell] += high[cell] - (sum - part) + (value - part) + error;
        high[cell] = sum;
    }

    /** What one person contributes to the sum, without sign. */
    void contribute(int cell, double amount) {
        if (amount > largest[cell]) {
            second[cell] = largest[cell];
            largest[cell] = amount;
        } else {
            second[cell] = Math.max(second[cell], amount);
        }
    }

    /** Adds what another holds of a cell to one of these. */
    public void add(int cell, Totals other, int otherCell) {
        values[cell] += other.values[otherCell];
        alone[cell] += other.alone[otherCell];
        plus(cell, other.high[otherCell], other.low[otherCell]);
        least[cell] = Math.min(least[cell], other.least[otherCell]);
        most[cell] = Math.max(most[cell], other.most[otherCell]);
        contribute(cell, other.largest[otherCell]);
        contribute(cell, other.second[otherCell]);
    }

    public long values(int cell) {
        return values[cell];
    }

    /** Of these, those of rows that are persons of their own. */
    public long alone(int cell) {
        return alone[cell];
    }

    public double sum(int cell) {
        return Double.isNaN(low[cell]) ? high[cell] : high[cell] + low[cell]; // beyond all numbers
    }

    public double least(int cell) {
        return least[cell];
    }

    public double most(int cell) {
        return most[cell];
    }

    public double largest(int cell) {
        return largest[cell];
    }

    public double second(int cell) {
        return second[cell];
    }
}
