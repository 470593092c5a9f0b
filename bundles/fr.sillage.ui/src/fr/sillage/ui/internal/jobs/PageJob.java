package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a page waits for, one thing at a time; what comes too late is dropped. When the page is left, its own work ends
 * with it, and a job goes on. For the tab's own thread.
 */
public final class PageJob {
    /**
     * What the page does about it, in the tab's own thread.
     *
     * @param running told how far the work is
     */
    public record Listener<T>(
            Consumer<JobState> running, Consumer<T> done, Runnable cancelled, Consumer<Throwable> failed) {}

    /** @param bound whether it ends with the page */
    private record Awaited(Job<?> job, boolean bound, Runnable unwatch, Runnable sleep) {
        void end() {
            unwatch.run();
            sleep.run();
        }
    }

    private final PageContext page;
    private final CommunityContext community;
    private Optional<Awaited> current = Optional.empty();

    public PageJob(PageContext page, CommunityContext community) {
        this.page = page;
        this.community = community;
    }

    /** Work for this page alone. Ends what was awaited before. */
    public <T> void start(Jobs.Work<T> work, Listener<T> listener) {
        cancel();
        await(page.service(Jobs.class).submit(community, work), true, listener);
    }

    /** A job that goes on without the page. Ends what was awaited before. */
    public <T> void follow(Job<T> job, Listener<T> listener) {
        cancel();
        await(job, false, listener);
    }

    private <T> void await(Job<T> job, boolean bound, Listener<T> listener) {
        forget();
        Runnable sleep = page.awake();
        Runnable unwatch = job.watch(state -> page.later(() -> changed(job, state, listener)));
        current = Optional.of(new Awaited(job, bound, unwatch, sleep));
    }

    public void cancel() {
        current.ifPresent(awaited -> awaited.job().cancel());
    }

    /** The page is left: nothing is told any more. */
    public void close() {
        current.filter(Awaited::bound).ifPresent(awaited -> awaited.job().cancel());
        forget();
    }

    private <T> void changed(Job<T> job, JobState state, Listener<T> listener) {
        if (current.filter(awaited -> awaited.job() == job).isEmpty()) {
            return;
        }
        if (!state.ended()) {
            listener.running().accept(state);
            return;
        }
        forget();
        switch (state.phase()) {
            case DONE -> job.result().ifPresent(listener.done());
            case FAILED -> listener.failed().accept(job.failure().orElseGet(IllegalStateException::new));
            case CANCELLED, INTERRUPTED, WAITING, RUNNING ->
                listener.cancelled().run();
        }
    }

    private void forget() {
        current.ifPresent(Awaited::end);
        current = Optional.empty();
    }
}
