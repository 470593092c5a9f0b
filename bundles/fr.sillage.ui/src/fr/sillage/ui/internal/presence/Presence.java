package fr.sillage.ui.internal.presence;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * When a signed-in person last did something in any tab of one browser. What a page asks by itself, such as the wait
 * for news, is no sign of a person. Measured by a clock that nobody sets, so that a change of the computer's time
 * neither ends nor prolongs it. Thread-safe.
 */
final class Presence {
    private final Supplier<Duration> limit;
    private final LongSupplier nanos;
    private volatile long last;

    /**
     * @param limit how long a person may do nothing; asked each time, since it can be changed meanwhile
     * @param nanos as {@link System#nanoTime}
     */
    Presence(Supplier<Duration> limit, LongSupplier nanos) {
        this.limit = Objects.requireNonNull(limit);
        this.nanos = Objects.requireNonNull(nanos);
        seen();
    }

    void seen() {
        last = nanos.getAsLong();
    }

    /** Until the person has been away too long; negative from then on. */
    Duration left() {
        return limit.get().minusNanos(nanos.getAsLong() - last);
    }
}
