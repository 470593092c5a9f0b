package fr.sillage.core.jobs;

import java.util.Map;

/** A compaction of the community's silo in the background; yields a {@link fr.sillage.core.silo.Compacted}. */
public final class CompactionJob {
    public static final String KIND = "compaction";

    /** There is nothing to be said about it: it is of its community. */
    public static final JobSpec SPEC = new JobSpec(KIND, "", Map.of());

    private CompactionJob() {}
}
