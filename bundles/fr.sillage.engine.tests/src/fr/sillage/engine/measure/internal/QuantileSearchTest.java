package fr.sillage.engine.measure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantileSearchTest {
    @Test
    void findsWhatSortingFindsHoweverLittleMemoryThereIs() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[][] values = new double[1 + random.nextInt(5)][];
            long[][] places = new long[values.length][];
            for (int region = 0; region < values.length; region++) {
                values[region] = values(random, random.nextInt(300));
                int size = values[region].length;
                places[region] = random.longs(size == 0 ? 0 : 1 + random.nextInt(4), 0, Math.max(1, size))
                        .sorted()
                        .distinct()
                        .toArray();
            }
            assertFinds(values, places, random.nextBoolean() ? 0 : 1 << 20, "seed " + seed);
        }
    }

    /** Of each kind that floating point numbers have: whole, tiny, huge, of both signs, infinite, equal ones. */
    private static double[] values(Random random, int size) {
        return DoubleStream.generate(() -> switch (random.nextInt(6)) {
                    case 0 -> random.nextInt(7) - 3;
                    case 1 -> random.nextDouble();
                    case 2 -> random.nextGaussian() * 1e300;
                    case 3 -> random.nextGaussian() * Double.MIN_VALUE * 10;
                    case 4 -> random.nextBoolean() ? 0.0 : -0.0;
                    default -> random.nextInt(20) == 0 ? Double.NEGATIVE_INFINITY : 42;
                })
                .limit(size)
                .toArray();
    }

    private static void assertFinds(double[][] values, long[][] places, long memory, String what) {
        double[] least = new double[values.length];
        double[] most = new double[values.length];
        for (int region = 0; region < values.length; region++) {
            least[region] = Arrays.stream(values[region]).min().orElse(Double.POSITIVE_INFINITY);
            most[region] = Arrays.stream(values[region]).max().orElse(Double.NEGATIVE_INFINITY);
        }
        QuantileSearch search = new QuantileSearch(places, least, most, memory);
        for (int scan = 0; !search.isOver(); scan++) {
            assertTrue(scan < 64, what);
            QuantileSearch.Counter one = search.counter();
            QuantileSearch.Counter other = search.counter();
            for (int region = 0; region < values.length; region++) {
                for (int i = 0; i < values[region].length; i++) {
                    (i % 3 == 0 ? one : other).add(region, values[region][i]);
                }
            }
            search.narrow(List.of(one, other));
        }
        for (int region = 0; region < values.length; region++) {
            double[] sorted = values[region].clone();
            Arrays.sort(sorted);
            for (int i = 0; i < places[region].length; i++) {
                assertEquals(sorted[(int) places[region][i]] + 0.0, search.found(region, i), what);
            }
        }
    }
}
