package fr.sillage.core.jobs;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Work in the background, for who waits for it.
 *
 * @param <T> what it yields
 */
public interface Job<T> {
    JobId id();

    JobState state();

    /** What it yielded; empty until it is done. */
    Optional<T> result();

    /** Why it failed; empty unless it did. */
    Optional<Throwable> failure();

    void cancel();

    /**
     * Tells of each change, at once of the present state, from any thread; at most a few times a second.
     *
     * @return ends the watching
     */
    Runnable watch(Consumer<JobState> listener);
}
