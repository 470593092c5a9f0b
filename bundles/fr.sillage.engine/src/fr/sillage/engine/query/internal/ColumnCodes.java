package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import java.util.function.IntPredicate;

/** One column as categories, chunk by chunk; codes count from 1, 0 is missing. Thread-safe once it is prepared. */
interface ColumnCodes {
    /** Learns what categories there are; to be called once, before all else. */
    void prepare(JobControl job);

    /** No code is above. */
    int highest();

    /**
     * The codes of a chunk's rows.
     *
     * @param into has room for them
     * @return whether one of them may be missing
     */
    boolean fill(int chunk, int[] into);

    /** The categories' texts, in the order in which people expect them. */
    Labels labels(IntPredicate occurs);
}
