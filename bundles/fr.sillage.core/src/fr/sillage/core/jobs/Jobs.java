package fr.sillage.core.jobs;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import java.util.List;
import java.util.Optional;

/**
 * Work in the background, each of a community and a user. At most so many run at once as the administrator sets, and
 * the communities take turns. A member sees the own jobs, a manager all of the community.
 */
public interface Jobs {
    /** After its end a job is in the list for so many days. */
    int DAYS_KEPT = 30;

    /** So many jobs of a community that have ended are in the list at the most. */
    int MOST_KEPT = 200;

    /** Work that tells its progress and can be cancelled. */
    @FunctionalInterface
    interface Work<T> {
        T run(JobControl job) throws Exception;
    }

    /**
     * Submits a job: it goes on when nobody waits any more, and is found again in the list.
     *
     * @param <T> what its kind yields
     * @throws IllegalArgumentException where there is no such kind
     */
    <T> Job<T> submit(CommunityContext context, JobSpec spec, Class<T> result);

    /** Work for a page, of use to nobody else: it is not in the list, and who waits for it cancels it. */
    <T> Job<T> submit(CommunityContext context, Work<T> work);

    /** What the member may see, the latest first. */
    List<JobInfo> list(CommunityContext context);

    /** Empty where there is no such job or the member may not see it. */
    Optional<JobInfo> find(CommunityContext context, JobId id);

    /** Harmless where it has ended. */
    void cancel(CommunityContext context, JobId id);

    /** Whether {@link #again} will do something. */
    boolean repeatable(CommunityContext context, JobId id);

    /**
     * Starts a job again that ended without a result, for the member who asks.
     *
     * @param spec what it is to do now, of the same kind
     * @return empty where it cannot be repeated
     */
    <T> Optional<Job<T>> again(CommunityContext context, JobId id, JobSpec spec, Class<T> result);

    /** Takes a job that has ended out of the list. */
    void forget(CommunityContext context, JobId id);

    /**
     * Tells that the list of the member has changed, from any thread; at most a few times a second for each job.
     *
     * @return ends the watching
     */
    Runnable watch(CommunityContext context, Runnable changed);

    /** How much there is to do, of all communities. */
    Load load();

    /**
     * How much there is to do.
     *
     * @param running jobs, those of pages too
     * @param waiting jobs, those of pages too
     * @param atOnce most that may run
     */
    record Load(int running, int waiting, int atOnce) {}
}
