package fr.sillage.core.silo;

import fr.sillage.api.data.Field;
import fr.sillage.engine.TableId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A table in a silo.
 *
 * @param name unique in the silo
 * @param version counts its imports from 1; numbers of imports that were taken back do not come again
 * @param table where its rows lie in this version
 * @param attribution source and licence to be shown with it; empty where none is needed
 */
public record DataSet(
        DataSetId id,
        String name,
        int version,
        TableId table,
        List<Field> fields,
        long rows,
        Instant imported,
        String attribution) {
    public DataSet {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(table);
        fields = List.copyOf(fields);
        Objects.requireNonNull(imported);
        Objects.requireNonNull(attribution);
    }
}
