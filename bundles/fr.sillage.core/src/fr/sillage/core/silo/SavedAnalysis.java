package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An analysis that a member keeps, with its published result.
 *
 * @param name given by the member
 * @param analysis id
 * @param content parameters, result and texts, as JSON text
 */
public record SavedAnalysis(
        UUID id, String name, String analysis, DataSetId dataSet, UserId by, Instant saved, String content) {
    public SavedAnalysis {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(by);
        Objects.requireNonNull(saved);
        Objects.requireNonNull(content);
    }

    @Override
    public String toString() {
        return "saved analysis " + id;
    }
}
