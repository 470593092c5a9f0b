package fr.sillage.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void fiveFailuresAreFreeThenEachWaitIsTwiceTheLastUpToALimit() {
        for (int i = 0; i < Throttle.FREE_FAILURES; i++) {
            assertTrue(throttle.mayTry("ada"));
        }
        Duration wait = Throttle.FIRST_WAIT;
        for (int i = 0; i < 15; i++) {
            now = now.plus(wait).minusMillis(1);
            assertFalse(throttle.mayTry("ada"), "too soon after wait " + wait);
            now = now.plusMillis(1);
            assertTrue(throttle.mayTry("ada"), "after wait " + wait);
            wait = wait.multipliedBy(2);
            wait = wait.compareTo(Throttle.LONGEST_WAIT) > 0 ? Throttle.LONGEST_WAIT : wait;
        }
        assertEquals(Throttle.LONGEST_WAIT, wait);
    }

    @Test
    void otherLoginsDoNotWait() {
        fail("ada", Throttle.FREE_FAILURES);

        assertFalse(throttle.mayTry("ada"));
        assertTrue(throttle.mayTry("bob"));
    }

    @Test
    void successAndTimeForgive() {
        fail("ada", Throttle.FREE_FAILURES);
        throttle.succeeded("ada");
        assertTrue(throttle.mayTry("ada"));

        fail("bob", Throttle.FREE_FAILURES);
        now = now.plus(Throttle.MEMORY);
        fail("bob", Throttle.FREE_FAILURES);
        assertFalse(throttle.mayTry("bob"));
    }

    @Test
    void onlySoManyLoginsAreRemembered() {
        fail("ada", Throttle.FREE_FAILURES);
        for (int i = 0; i < Throttle.MOST_LOGINS + 50; i++) {
            assertTrue(throttle.mayTry("login" + i));
        }

        assertEquals(Throttle.MOST_LOGINS, throttle.remembered());
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(throttle.mayTry(login));
        }
    }
}
