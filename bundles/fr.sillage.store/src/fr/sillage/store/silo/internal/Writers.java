package fr.sillage.store.silo.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Transactions that write rows, many at once, or else the one work that moves all rows. Thread-safe. */
final class Writers {
    /** Fair: who comes after the one that waits to be alone waits too. */
    private final Semaphore turns = new Semaphore(Integer.MAX_VALUE, true);

    void enter() {
        turns.acquireUninterruptibly();
    }

    void leave() {
        turns.release();
    }

    /** Does the work while nobody writes; whoever wants to write waits. @return whether it came to that in time */
    boolean alone(Duration patience, Runnable work) {
        try {
            if (!turns.tryAcquire(Integer.MAX_VALUE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            turns.release(Integer.MAX_VALUE);
        }
    }
}
