package fr.sillage.core.imports;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Reject;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Objects;

/**
 * A file as it was written into chunks.
 *
 * @param fields fields stored, after anonymisation
 * @param read rows read, rejected ones too
 * @param stored rows stored
 * @param rejects rows kept aside, at most {@link #MOST_REJECTS} of them with their content
 */
public record Loaded(TableId table, List<Field> fields, long read, long stored, List<Reject> rejects) {
    public static final int MOST_REJECTS = 100_000;

    public Loaded {
        Objects.requireNonNull(table);
        fields = List.copyOf(fields);
        rejects = List.copyOf(rejects);
    }
}
