package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;

/** One column as categories, chunk by chunk; the code 0 is missing. Thread-safe once it is prepared. */
public interface ColumnCodes extends Categories {
    /** Learns what categories there are; to be called once, before all else. */
    void prepare(JobControl job);

    /**
     * The codes of a chunk's rows.
     *
     * @param into has room for them
     * @return whether one of them may be missing
     */
    boolean fill(int chunk, int[] into);
}
