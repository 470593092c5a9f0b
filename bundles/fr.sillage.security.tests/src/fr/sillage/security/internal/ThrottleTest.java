package fr.sillage.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private long now = Long.MAX_VALUE - 1_000; // counts from anywhere, and may overflow
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void fiveFailuresAreFreeThenEachWaitIsTwiceTheLastUpToALimit() {
        for (int i = 0; i < Throttle.FREE_FAILURES; i++) {
            assertTrue(throttle.mayTry("ada"));
        }
        Duration wait = Throttle.FIRST_WAIT;
        for (int i = 0; i < 15; i++) {
            now += wait.minusMillis(1).toNanos();
            assertFalse(throttle.mayTry("ada"), "too soon after wait " + wait);
            now += Duration.ofMillis(1).toNanos();
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
        now += Throttle.MEMORY.toNanos();
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
