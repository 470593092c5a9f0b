package fr.sillage.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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

    private final InstantSource clock;
    private final Map<String, Failures> byLogin = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_LOGINS;
        }
    };

    private record Failures(int count, Instant last) {
        Duration pause() {
            if (count < FREE_FAILURES) {
                return Duration.ZERO;
            }
            int doublings = Math.min(count - FREE_FAILURES, 20);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        }
    }

    Throttle(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Asks whether an attempt may be made now. It counts as a failure until {@link #succeeded} is called, so that
     * attempts made at the same time gain nothing.
     */
    synchronized boolean mayTry(String login) {
        Instant now = clock.instant();
        Failures before = byLogin.getOrDefault(login, new Failures(0, now));
        if (now.isBefore(before.last().plus(before.pause()))) {
            return false;
        }
        boolean forgotten = !now.isBefore(before.last().plus(MEMORY));
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
