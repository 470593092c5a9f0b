package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.KeyReplacement;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One import that was committed. Its rejected rows are asked for on their own: {@link Silo#rejects}.
 *
 * @param version of the data set that it made
 * @param fileName as the person knows it
 * @param source id of the source that read it
 * @param read rows read, rejected ones too
 * @param stored rows stored
 * @param byKey where rows were replaced by key: how many
 * @param plan how; empty for imports of the first versions of Sillage, which did not keep it
 * @param undone whether it was taken back since
 */
public record ImportRecord(
        UUID id,
        DataSetId dataSet,
        String dataSetName,
        int version,
        ImportMode mode,
        String fileName,
        String source,
        UserId by,
        Instant started,
        Instant finished,
        long read,
        long stored,
        Optional<KeyReplacement> byKey,
        Optional<ImportPlan> plan,
        Optional<Undone> undone) {
    /** Who took an import back, and when. */
    public record Undone(UserId by, Instant at) {
        public Undone {
            Objects.requireNonNull(by);
            Objects.requireNonNull(at);
        }
    }

    public ImportRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(dataSetName);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(source);
        Objects.requireNonNull(by);
        Objects.requireNonNull(started);
        Objects.requireNonNull(finished);
        Objects.requireNonNull(byKey);
        Objects.requireNonNull(plan);
        Objects.requireNonNull(undone);
    }

    public long rejected() {
        return read - stored;
    }

    @Override
    public String toString() {
        return "import " + id + ": " + stored + " of " + read + " rows";
    }
}
