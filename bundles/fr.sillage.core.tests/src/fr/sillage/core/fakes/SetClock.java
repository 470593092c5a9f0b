package fr.sillage.core.fakes;

import fr.sillage.core.time.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A computer's clock, which time moves on and somebody sets. */
public final class SetClock implements InstantSource {
    private volatile Instant said;
    private volatile long nanos = Long.MAX_VALUE - 5; // that it overflows is no matter

    public SetClock(Instant now) {
        said = now;
    }

    @Override
    public Instant instant() {
        return said;
    }

    public void pass(Duration time) {
        nanos += time.toNanos();
        said = said.plus(time);
    }

    /** @param by negative where it is put back */
    public void jump(Duration by) {
        said = said.plus(by);
    }

    /** From now on. */
    public Retention retention() {
        return new Retention(this, () -> nanos);
    }
}
