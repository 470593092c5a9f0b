package fr.sillage.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.fakes.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final SetClock clock = new SetClock(START);
    private final Retention retention = clock.retention();

    @Test
    void isTheClocksWhereNobodySetsIt() {
        clock.pass(Duration.ofDays(3));

        assertEquals(Optional.of(START.plus(Duration.ofDays(2))), retention.before(DAY));
    }

    @Test
    void aYearAheadIsNotBelieved() {
        clock.pass(Duration.ofHours(2));
        clock.jump(Duration.ofDays(365));

        assertEquals(START.plus(Duration.ofHours(2)), retention.now());
        assertEquals(Optional.of(START.plus(Duration.ofHours(2)).minus(DAY)), retention.before(DAY));
    }

    @Test
    void aDayBackIsBelieved() {
        clock.pass(Duration.ofHours(2));
        clock.jump(DAY.negated());

        assertEquals(START.plus(Duration.ofHours(2)).minus(DAY), retention.now());
    }

    /** A computer may start with any time, and be put right soon. */
    @Test
    void nothingIsOldInTheFirstHour() {
        clock.pass(Retention.GRACE.minusSeconds(1));
        assertEquals(Optional.empty(), retention.before(DAY));

        clock.jump(Duration.ofDays(-365));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of(START.plus(Retention.GRACE).minus(Duration.ofDays(366))), retention.before(DAY));
    }
}
