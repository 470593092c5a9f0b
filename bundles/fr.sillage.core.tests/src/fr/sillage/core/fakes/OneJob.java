package fr.sillage.core.fakes;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.Jobs;
import java.util.List;
import java.util.Optional;

/** A list with one job, which its own member sees, and a manager. */
public final class OneJob implements Jobs {
    public Optional<JobInfo> only = Optional.empty();

    @Override
    public Optional<JobInfo> find(CommunityContext context, JobId id) {
        return only.filter(job -> job.id().equals(id))
                .filter(job -> job.user().equals(context.account().id()) || context.may(Right.OVERSEE_JOBS));
    }

    @Override
    public <T> Job<T> submit(CommunityContext context, JobSpec spec, Class<T> result) {
        throw new UnsupportedOperationException("submit");
    }

    @Override
    public <T> Job<T> submit(CommunityContext context, Work<T> work) {
        throw new UnsupportedOperationException("submit");
    }

    @Override
    public List<JobInfo> list(CommunityContext context) {
        return only.stream().toList();
    }

    @Override
    public void cancel(CommunityContext context, JobId id) {
        throw new UnsupportedOperationException("cancel");
    }

    @Override
    public boolean repeatable(CommunityContext context, JobId id) {
        return false;
    }

    @Override
    public <T> Optional<Job<T>> again(CommunityContext context, JobId id, JobSpec spec, Class<T> result) {
        return Optional.empty();
    }

    @Override
    public void forget(CommunityContext context, JobId id) {
        throw new UnsupportedOperationException("forget");
    }

    @Override
    public Runnable watch(CommunityContext context, Runnable changed) {
        return () -> {};
    }

    @Override
    public Load load() {
        return new Load(0, 0, 1);
    }
}
