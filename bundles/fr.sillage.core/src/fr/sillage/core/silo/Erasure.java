package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * That the rows of a person were erased, without who it was.
 *
 * @param erased since when no analysis finds them
 * @param dataSets in how many data sets there were such rows
 * @param completed since when they are nowhere in the files of the silo; empty while an earlier reader is still at work
 */
public record Erasure(UUID id, UserId by, Instant erased, int dataSets, Optional<Instant> completed) {
    public Erasure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(by);
        Objects.requireNonNull(erased);
        Objects.requireNonNull(completed);
    }
}
