package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An analysis that members of a community keep, without its result.
 *
 * @param name given by a member
 * @param description given by a member; may be empty
 * @param analysis id
 * @param dataSetName as it was called when the result was published
 * @param version of the data set that the result is of
 * @param by who saved it
 * @param ran when the result was published
 */
public record SavedAnalysis(
        UUID id,
        String name,
        String description,
        String analysis,
        DataSetId dataSet,
        String dataSetName,
        int version,
        UserId by,
        Instant saved,
        Instant ran) {
    /** In characters. */
    public static final int MOST_NAME = 200;

    /** In characters. */
    public static final int MOST_DESCRIPTION = 2_000;

    public SavedAnalysis {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(dataSetName);
        Objects.requireNonNull(by);
        Objects.requireNonNull(saved);
        Objects.requireNonNull(ran);
    }

    public SavedAnalysis called(String other, String described) {
        return new SavedAnalysis(id, other, described, analysis, dataSet, dataSetName, version, by, saved, ran);
    }

    @Override
    public String toString() {
        return "saved analysis " + id;
    }
}
