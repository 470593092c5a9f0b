package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.Reading;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who reads in a silo, and since when. Thread-safe. */
final class Readings {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;

    synchronized Reading begin() {
        long number = next++;
        open.add(number);
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                end(number);
            }
        };
    }

    private synchronized void end(long number) {
        open.remove(number);
    }

    /** Comes after all that have begun. */
    synchronized long mark() {
        return next;
    }

    /** Whether all that began before the mark have ended. */
    synchronized boolean haveEnded(long mark) {
        return open.isEmpty() || open.first() >= mark;
    }
}
