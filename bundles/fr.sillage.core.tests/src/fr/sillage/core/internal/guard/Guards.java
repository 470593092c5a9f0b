package fr.sillage.core.internal.guard;

import java.time.Duration;

/** Guards for tests. */
public final class Guards {
    private Guards() {}

    /** One that waits a second for a sign of life. */
    public static ExtensionGuard impatient() {
        return new ExtensionGuard(Duration.ofMillis(300), Duration.ofSeconds(1));
    }
}
