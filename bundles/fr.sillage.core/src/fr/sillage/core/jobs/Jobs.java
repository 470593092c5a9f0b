package fr.sillage.core.jobs;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;

/** Work in the background, of a community and a user. */
public interface Jobs {
    /** Work that tells its progress and can be cancelled. */
    @FunctionalInterface
    interface Work<T> {
        T run(JobControl job) throws Exception;
    }

    <T> Job<T> submit(CommunityContext context, Work<T> work);
}
