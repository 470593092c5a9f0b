package fr.sillage.core.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.jobs.JobInfo;
import java.util.function.Predicate;

/** Which jobs a member sees: the own ones of the community, or all of them. */
final class JobSight {
    private JobSight() {}

    /** Whether the member sees one job; the rights are asked only where it is of the community. */
    static boolean sees(CommunityContext context, JobInfo job) {
        return isHere(context, job) && context.may(isOwn(context, job) ? Right.SEE_RESULTS : Right.OVERSEE_JOBS);
    }

    /** The same for many jobs: the rights are asked once. */
    static Predicate<JobInfo> of(CommunityContext context) {
        boolean own = context.may(Right.SEE_RESULTS);
        boolean all = context.may(Right.OVERSEE_JOBS);
        return job -> isHere(context, job) && (isOwn(context, job) ? own : all);
    }

    private static boolean isHere(CommunityContext context, JobInfo job) {
        return job.community().equals(context.community().id());
    }

    private static boolean isOwn(CommunityContext context, JobInfo job) {
        return job.user().equals(context.account().id());
    }
}
