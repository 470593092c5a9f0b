package fr.sillage.core.internal.jobs;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.internal.listeners.Listeners;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs.Work;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: its own control, its state for others to watch. */
final class PooledJob<T> implements Job<T>, Runnable, JobControl, JobQueue.Entry {
    private static final Logger LOG = LoggerFactory.getLogger(PooledJob.class);
    private static final long NANOS_BETWEEN_NOTICES = 250_000_000;

    private final JobId id;
    private final CommunityId community;
    private final boolean heavy;
    private final Work<T> work;
    private final Consumer<PooledJob<T>> told;
    private final Listeners<Consumer<JobState>> listeners = new Listeners<>();

    private volatile JobState state = JobState.WAITING;
    private volatile boolean cancelled;
    private volatile Optional<T> result = Optional.empty();
    private volatile Optional<Throwable> failure = Optional.empty();
    private long noticed;

    /** @param told is called when somebody cancels the job */
    PooledJob(JobId id, CommunityId community, boolean heavy, Work<T> work, Consumer<PooledJob<T>> told) {
        this.id = id;
        this.community = community;
        this.heavy = heavy;
        this.work = work;
        this.told = told;
    }

    @Override
    public JobId id() {
        return id;
    }

    @Override
    public CommunityId community() {
        return community;
    }

    @Override
    public boolean heavy() {
        return heavy;
    }

    @Override
    public void run() {
        if (cancelled) {
            become(new JobState(Phase.CANCELLED, 0));
            return;
        }
        become(new JobState(Phase.RUNNING, 0));
        try {
            result = Optional.of(work.run(this));
            become(new JobState(Phase.DONE, 1));
        } catch (JobCancelledException e) {
            become(new JobState(Phase.CANCELLED, state.fraction()));
        } catch (Throwable e) { // contributed code may throw anything, and the views wait for an end
            failure = Optional.of(e);
            LOG.info(
                    "job of community {} failed: {}",
                    community.value(),
                    e.getClass().getName());
            become(new JobState(Phase.FAILED, state.fraction()));
        }
    }

    @Override
    public void progress(double fraction) {
        long now = System.nanoTime();
        // a thread that was left behind may still hold this job
        if (!state.ended() && now - noticed > NANOS_BETWEEN_NOTICES) {
            noticed = now;
            become(new JobState(Phase.RUNNING, fraction));
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public JobState state() {
        return state;
    }

    @Override
    public Optional<T> result() {
        return result;
    }

    @Override
    public Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public void cancel() {
        told.accept(this);
    }

    /** From now on the work is told to end. */
    void tell() {
        cancelled = true;
    }

    @Override
    public Runnable watch(Consumer<JobState> listener) {
        Runnable end = listeners.add(listener);
        listener.accept(state);
        return end;
    }

    private void become(JobState next) {
        state = next;
        listeners.tell(listener -> listener.accept(next));
    }
}
