package fr.sillage.core.jobs;

import java.util.Objects;
import java.util.UUID;

/** Names a job. */
public record JobId(UUID value) {
    public JobId {
        Objects.requireNonNull(value);
    }

    public static JobId random() {
        return new JobId(UUID.randomUUID());
    }
}
