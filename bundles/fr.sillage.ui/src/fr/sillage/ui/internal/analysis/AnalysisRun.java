package fr.sillage.ui.internal.analysis;

import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.rap.rwt.service.ServerPushSession;

/** Runs one analysis at a time for a page; what comes too late is dropped. For the session's own thread. */
final class AnalysisRun {
    /** What the page does about it; called in the session's own thread. */
    interface Listener {
        void running(JobState state);

        void done(Published result);

        void cancelled();

        void failed(Throwable cause);
    }

    private final PageContext page;
    private final CommunityContext community;
    private final Listener listener;
    private final ServerPushSession push = new ServerPushSession();
    private Optional<Job<Published>> current = Optional.empty();
    private Runnable unwatch = () -> {};

    AnalysisRun(PageContext page, CommunityContext community, Listener listener) {
        this.page = page;
        this.community = community;
        this.listener = listener;
    }

    /** Ends the run before, if there is one. */
    void start(Jobs.Work<Published> work) {
        close();
        push.start();
        Job<Published> job = page.service(Jobs.class).submit(community, work);
        current = Optional.of(job);
        unwatch = job.watch(state -> page.later(() -> changed(job, state)));
    }

    void cancel() {
        current.ifPresent(Job::cancel);
    }

    /** Ends what runs; nothing is told of it any more. */
    void close() {
        current.ifPresent(Job::cancel);
        ended();
    }

    private void changed(Job<Published> job, JobState state) {
        if (current.filter(other -> other == job).isEmpty()) {
            return;
        }
        if (!state.ended()) {
            listener.running(state);
            return;
        }
        ended();
        switch (state.phase()) {
            case DONE -> job.result().ifPresent(listener::done);
            case FAILED -> listener.failed(job.failure().orElseGet(IllegalStateException::new));
            case CANCELLED, WAITING, RUNNING -> listener.cancelled();
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
