package fr.sillage.core.jobs;

import java.util.List;

/** Keeps jobs; implemented over the platform database. */
public interface JobStore {
    /** The earliest first. */
    List<JobInfo> all();

    /** Adds or changes. */
    void put(JobInfo job);

    /** Harmless where it is gone. */
    void remove(JobId id);
}
