package fr.sillage.benchmark;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Measures by the clock on the wall. */
public final class Stopwatch {
    private Stopwatch() {}

    /** Milliseconds of one call. */
    public static double once(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * Median of the milliseconds of some calls, after others that are not measured: one, and more until the time is over
     * that code takes to be compiled.
     */
    public static double warm(double seconds, int measured, Callable<?> work) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            work.call();
        } while (System.nanoTime() < end);
        return median(0, measured, work);
    }

    /** Median of the milliseconds of some calls, after others that are not measured. */
    private static double median(int unmeasured, int measured, Callable<?> work) throws Exception {
        for (int i = 0; i < unmeasured; i++) {
            work.call();
        }
        double[] times = new double[measured];
        for (int i = 0; i < measured; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return (times[(measured - 1) / 2] + times[measured / 2]) / 2;
    }
}
