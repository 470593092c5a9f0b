package fr.sillage.core.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.Jobs;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;

/** Runs jobs on a few threads of its own, in the order in which they came. */
@Component
@Provides
@Instantiate
public class JobPool implements Jobs {
    private final ExecutorService threads;

    public JobPool() {
        ThreadFactory named =
                Thread.ofPlatform().name("sillage-job-", 1).daemon(true).factory();
        this.threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), named);
    }

    @Override
    public <T> Job<T> submit(CommunityContext context, Work<T> work) {
        PooledJob<T> job = new PooledJob<>(context.community().id(), work);
        threads.execute(job);
        return job;
    }

    @Invalidate
    void stop() {
        threads.shutdownNow();
    }
}
