package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.rap.rwt.service.ServerPushSession;

/** One job at a time for a page; what comes too late is dropped. For the session's own thread. */
final class Background {
    /**
     * What the page does about it, in the session's own thread.
     *
     * @param running told how far the work is
     */
    record Listener<T>(Consumer<JobState> running, Consumer<T> done, Runnable cancelled, Consumer<Throwable> failed) {}

    private final PageContext page;
    private final CommunityContext community;
    private final ServerPushSession push = new ServerPushSession();
    private Optional<Job<?>> current = Optional.empty();
    private Runnable unwatch = () -> {};

    Background(PageContext page, CommunityContext community) {
        this.page = page;
        this.community = community;
    }

    /** Ends the work before, if there is some. */
    <T> void start(Jobs.Work<T> work, Listener<T> listener) {
        close();
        push.start();
        Job<T> job = page.service(Jobs.class).submit(community, work);
        current = Optional.of(job);
        unwatch = job.watch(state -> page.later(() -> changed(job, state, listener)));
    }

    void cancel() {
        current.ifPresent(Job::cancel);
    }

    /** Ends what runs; nothing is told of it any more. */
    void close() {
        cancel();
        ended();
    }

    private <T> void changed(Job<T> job, JobState state, Listener<T> listener) {
        if (current.filter(other -> other == job).isEmpty()) {
            return;
        }
        if (!state.ended()) {
            listener.running().accept(state);
            return;
        }
        ended();
        switch (state.phase()) {
            case DONE -> job.result().ifPresent(listener.done());
            case FAILED -> listener.failed().accept(job.failure().orElseGet(IllegalStateException::new));
            case CANCELLED, WAITING, RUNNING -> listener.cancelled().run();
        }
    }

    private void ended() {
        if (current.isPresent()) {
            current = Optional.empty();
            unwatch.run();
            push.stop();
        }
    }
}
