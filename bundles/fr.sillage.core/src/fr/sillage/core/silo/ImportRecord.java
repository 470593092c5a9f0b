package fr.sillage.core.silo;

import fr.sillage.api.data.Reject;
import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One import that was committed.
 *
 * @param fileName as the person knows it
 * @param source id of the source that read it
 * @param read rows read, rejected ones too
 * @param stored rows stored
 * @param rejects rows kept aside, with their content: in the encrypted silo only
 */
public record ImportRecord(
        UUID id,
        DataSetId dataSet,
        String dataSetName,
        String fileName,
        String source,
        UserId by,
        Instant started,
        Instant finished,
        long read,
        long stored,
        List<Reject> rejects) {
    public ImportRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(dataSetName);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(source);
        Objects.requireNonNull(by);
        Objects.requireNonNull(started);
        Objects.requireNonNull(finished);
        rejects = List.copyOf(rejects);
    }

    @Override
    public String toString() {
        return "import " + id + ": " + stored + " of " + read + " rows";
    }
}
