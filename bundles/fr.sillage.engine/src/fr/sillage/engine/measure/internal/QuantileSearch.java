package fr.sillage.engine.measure.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds values at given places of the sorted values of each region without keeping the values: counts in each scan how
 * many fall into equal parts of where a value may lie, and looks closer at the part that holds it. So it needs little
 * memory however many different values there are.
 */
public final class QuantileSearch {
    private static final int MOST_BITS = 12;

    private final int[] targetsFrom;
    private final long[] low;
    private final long[] high;
    private final long[] place;
    private final int bits;

    /**
     * @param places for each region the wanted places, from 0
     * @param least for each region its least value
     * @param most for each region its greatest value
     * @param memory bytes that the counters may take
     */
    public QuantileSearch(long[][] places, double[] least, double[] most, long memory) {
        targetsFrom = new int[places.length + 1];
        for (int region = 0; region < places.length; region++) {
            targetsFrom[region + 1] = targetsFrom[region] + places[region].length;
        }
        int targets = targetsFrom[places.length];
        low = new long[targets];
        high = new long[targets];
        place = new long[targets];
        for (int region = 0; region < places.length; region++) {
            for (int i = 0; i < places[region].length; i++) {
                low[targetsFrom[region] + i] = ordered(least[region]);
                high[targetsFrom[region] + i] = ordered(most[region]);
                place[targetsFrom[region] + i] = places[region][i];
            }
        }
        int fitting = 1;
        while (fitting < MOST_BITS && (long) targets * Integer.BYTES << fitting + 1 <= memory) {
            fitting++;
        }
        bits = fitting;
    }

    /** Numbers in the order of the decimals. */
    private static long ordered(double value) {
        long raw = Double.doubleToRawLongBits(value + 0.0); // makes one of both zeros
        return raw ^ raw >> 63 & Long.MAX_VALUE;
    }

    /** The value at a region's place. */
    public double found(int region, int which) {
        long number = low[targetsFrom[region] + which];
        return Double.longBitsToDouble(number ^ number >> 63 & Long.MAX_VALUE);
    }

    public boolean isOver() {
        return Arrays.equals(low, high);
    }

    public Counter counter() {
        return new Counter();
    }

    /** How wide a part is, as a power of two. */
    private int shift(int target) {
        long width = high[target] - low[target]; // without sign
        return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(width) - bits);
    }

    /** Looks closer, after a scan that was counted. */
    public void narrow(List<Counter> counters) {
        for (int target = 0; target < low.length; target++) {
            if (low[target] == high[target]) {
                continue;
            }
            int at = target << bits;
            long before = 0;
            int part = 0;
            for (long count = sum(counters, at); before + count <= place[target]; count = sum(counters, at + part)) {
                before += count;
                part++;
            }
            int shift = shift(target);
            long from = low[target] + ((long) part << shift);
            long last = from + (1L << shift) - 1;
            low[target] = from;
            // the last part may reach beyond the greatest value
            high[target] = Long.compareUnsigned(last - from, high[target] - from) < 0 ? last : high[target];
            place[target] -= before;
        }
    }

    private static long sum(List<Counter> counters, int at) {
        return counters.stream().mapToLong(counter -> counter.counts[at]).sum();
    }

    /** Counts in one scan; used by one thread. */
    public final class Counter {
        private final int[] counts = new int[Math.multiplyExact(low.length, 1 << bits)];
        private final int[] shifts =
                IntStream.range(0, low.length).map(QuantileSearch.this::shift).toArray();

        public void add(int region, double value) {
            long number = ordered(value);
            for (int target = targetsFrom[region]; target < targetsFrom[region + 1]; target++) {
                if (low[target] <= number && number <= high[target]) {
                    counts[(target << bits) + (int) (number - low[target] >>> shifts[target])]++;
                }
            }
        }
    }
}
