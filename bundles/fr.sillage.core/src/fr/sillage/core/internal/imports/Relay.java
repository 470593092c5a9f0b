package fr.sillage.core.internal.imports;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.imports.ImportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/**
 * Hands things from one thread to the next, in their order and with few on the way. A failure of the one who gives comes
 * after all that was given before it, so that what happened first is what is told.
 */
final class Relay<T> {
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final int most;
    private final JobControl job;
    private final Deque<T> items = new ArrayDeque<>();
    private Optional<Throwable> failure = Optional.empty();
    private boolean ended;

    /**
     * @param most how many are on the way
     * @param job asked by both while they wait
     */
    Relay(int most, JobControl job) {
        this.most = most;
        this.job = job;
    }

    /** What is done with each thing. */
    interface Work<T> {
        void accept(T item) throws ImportException;
    }

    /** Waits while as many are on the way as may be. @throws JobCancelledException where the work is to end */
    synchronized void give(T item) {
        while (items.size() == most) {
            pause();
        }
        items.add(Objects.requireNonNull(item));
        notifyAll();
    }

    /** Nothing more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nothing more comes, for that reason. */
    synchronized void fail(Throwable reason) {
        failure = Optional.of(reason);
        end();
    }

    /**
     * Does something with each thing, until no more comes.
     *
     * @throws ImportException like all else that is thrown here, what the one who gives failed with
     */
    void each(Work<T> work) throws ImportException {
        for (Optional<T> item = take(); item.isPresent(); item = take()) {
            work.accept(item.get());
        }
        Throwable reason = failure.orElse(null);
        switch (reason) {
            case null -> {}
            case ImportException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(reason);
        }
    }

    private synchronized Optional<T> take() {
        while (items.isEmpty() && !ended) {
            pause();
        }
        job.check();
        Optional<T> item = Optional.ofNullable(items.poll());
        notifyAll();
        return item;
    }

    private void pause() {
        job.check();
        try {
            wait(MILLIS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobCancelledException();
        }
    }
}
