package fr.sillage.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When something that is kept for a time may be deleted. A computer's clock can be set, and jump: by a day back, by a
 * year ahead. What it says is believed only as far as the process has felt the time pass, and not at all in the first
 * hour, in which a wrong clock is put right as a rule. So a jump deletes nothing that should be kept; some things may
 * be kept for longer. A clock that is ahead from the start and stays so for an hour is believed.
 */
public final class Retention {
    /** So long after the start nothing is deleted for its age. */
    public static final Duration GRACE = Duration.ofHours(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Instant start;
    private final long startNanos;

    /**
     * From now on.
     *
     * @param clock the computer's
     * @param nanos as {@link System#nanoTime}, which nobody sets
     */
    public Retention(InstantSource clock, LongSupplier nanos) {
        this.clock = Objects.requireNonNull(clock);
        this.nanos = Objects.requireNonNull(nanos);
        this.start = clock.instant();
        this.startNanos = nanos.getAsLong();
    }

    public static Retention ofThisProcess() {
        return new Retention(InstantSource.system(), System::nanoTime);
    }

    /** The earlier of what the clock says and what it said at the start with the time that has passed since. */
    public Instant now() {
        Instant felt = start.plus(passed());
        Instant said = clock.instant();
        return said.isBefore(felt) ? said : felt;
    }

    /** What is older may be deleted; empty where nothing may. */
    public Optional<Instant> before(Duration kept) {
        return passed().compareTo(GRACE) < 0 ? Optional.empty() : Optional.of(now().minus(kept));
    }

    private Duration passed() {
        return Duration.ofNanos(nanos.getAsLong() - startNanos);
    }
}
