package fr.sillage.core.silo;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The published result of an analysis that ran in the background.
 *
 * @param job its id
 * @param version of the data set that it is of
 * @param content as JSON text
 */
public record JobResult(UUID job, DataSetId dataSet, int version, Instant stored, String content) {
    public JobResult {
        Objects.requireNonNull(job);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(stored);
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return "result of job " + job;
    }
}
