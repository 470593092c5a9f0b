package fr.sillage.core.jobs;

import fr.sillage.api.Message;
import java.util.Objects;

/**
 * Why a job failed, for a person.
 *
 * @param line of the file where it stopped; 0 where there is none
 */
public record JobFailure(Message reason, long line) {
    public JobFailure {
        Objects.requireNonNull(reason);
    }
}
