package fr.sillage.ui.internal.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // it may overflow: it counts from anywhere
    private final AtomicReference<Duration> limit = new AtomicReference<>(Duration.ofMinutes(10));
    private final Presence presence = new Presence(limit::get, nanos::get);

    @Test
    void timePassesUntilThePersonDoesSomething() {
        pass(Duration.ofMinutes(9));
        assertEquals(Duration.ofMinutes(1), presence.left());
        presence.seen();
        assertEquals(Duration.ofMinutes(10), presence.left());
        pass(Duration.ofMinutes(11));
        assertTrue(presence.left().isNegative());
    }

    @Test
    void anotherLimitCountsAtOnce() {
        pass(Duration.ofMinutes(9));
        limit.set(Duration.ofMinutes(5));
        assertEquals(Duration.ofMinutes(-4), presence.left());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
