package fr.sillage.core.fakes;

import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs in memory. */
public final class MemoryJobStore implements JobStore {
    private final Map<JobId, JobInfo> jobs = new LinkedHashMap<>();

    @Override
    public synchronized List<JobInfo> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public synchronized void put(JobInfo job) {
        jobs.put(job.id(), job);
    }

    @Override
    public synchronized void remove(JobId id) {
        jobs.remove(id);
    }
}
