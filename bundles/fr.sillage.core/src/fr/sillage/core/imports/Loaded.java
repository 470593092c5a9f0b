package fr.sillage.core.imports;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Reject;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file as it was written into chunks.
 *
 * @param fields fields stored, after anonymisation
 * @param read rows read, rejected ones too
 * @param stored rows stored
 * @param rows of the table, with those that were there before
 * @param byKey where rows were replaced by key: how many
 * @param rejects rows kept aside, at most {@link #MOST_REJECTS} of them with their content
 */
public record Loaded(
        TableId table,
        List<Field> fields,
        long read,
        long stored,
        long rows,
        Optional<KeyReplacement> byKey,
        List<Reject> rejects) {
    public static final int MOST_REJECTS = 100_000;

    public Loaded {
        Objects.requireNonNull(table);
        fields = List.copyOf(fields);
        Objects.requireNonNull(byKey);
        rejects = List.copyOf(rejects);
    }
}
