package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a member has seen of a data set.
 *
 * @param version of the data set
 * @param content which rows were counted how, and what was hidden; as JSON text
 */
public record ShownResult(UUID id, UserId by, DataSetId dataSet, int version, Instant shown, String content) {
    public ShownResult {
        Objects.requireNonNull(id);
        Objects.requireNonNull(by);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return "shown result " + id;
    }
}
