package fr.sillage.benchmark.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Cancels the job that runs when it comes to a stage for the n-th time, and notes when that was. */
final class Trigger {
    private volatile Stage armed;
    private volatile Runnable cancel = () -> {};
    private final AtomicInteger left = new AtomicInteger();
    private volatile long fired;
    private final Map<Stage, AtomicInteger> reached = new ConcurrentHashMap<>();

    /** How often the work came to a stage until now. */
    int count(Stage stage) {
        return reached.containsKey(stage) ? reached.get(stage).get() : 0;
    }

    /** @param times how often the stage is come to until then, 1 for the first time */
    void arm(Stage stage, int times, Runnable toCancel) {
        fired = 0;
        left.set(times);
        cancel = toCancel;
        armed = stage;
    }

    /** The work comes to a stage. */
    void reached(Stage stage) {
        reached.computeIfAbsent(stage, s -> new AtomicInteger()).incrementAndGet();
        if (stage == armed && left.decrementAndGet() == 0) {
            armed = null;
            fired = System.nanoTime();
            cancel.run();
        }
    }

    /** When the job was told to end. @throws IllegalStateException where it never came to the stage */
    long fired() {
        if (fired == 0) {
            throw new IllegalStateException("the stage was never reached");
        }
        return fired;
    }
}
