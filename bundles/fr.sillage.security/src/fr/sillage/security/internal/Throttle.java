package fr.sillage.security.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Slows down guessing: after {@value #FREE_FAILURES} failures in a row a login has to wait, twice as long after each
 * further one. Kept in memory, for known and unknown logins alike, and bounded: the login that was tried longest ago
 * is forgotten first. Thread-safe.
 */
final class Throttle {
    static final int FREE_FAILURES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** After this long without an attempt failures are forgotten. */
    static final Duration MEMORY = Duration.ofHours(24);

    static final int MOST_LOGINS = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Failures> byLogin = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_LOGINS;
        }
    };

    private record Failures(int count, long last) {
        boolean within(Duration time, long now) {
            return now - last < time.toNanos();
        }

        Duration pause() {
            if (count < FREE_FAILURES) {
                return Duration.ZERO;
            }
            int doublings = Math.min(count - FREE_FAILURES, 20);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }

    /** @param nanos as {@link System#nanoTime}: by a clock that can be set, setting it would lock people out or let them in */
    Throttle(LongSupplier nanos) {
        this.nanos = Objects.requireNonNull(nanos);
    }

    /**
     * Asks whether an attempt may be made now. It counts as a failure until {@link #succeeded} is called, so that
     * attempts made at the same time gain nothing.
     */
    synchronized boolean mayTry(String login) {
        long now = nanos.getAsLong();
        Failures before = byLogin.getOrDefault(login, new Failures(0, now));
        if (before.within(before.pause(), now)) {
            return false;
        }
        boolean forgotten = !before.within(MEMORY, now);
        byLogin.put(login, new Failures(forgotten ? 1 : before.count() + 1, now));
        return true;
    }

    synchronized void succeeded(String login) {
        byLogin.remove(login);
    }

    synchronized int remembered() {
        return byLogin.size();
    }
}
