package fr.sillage.engine;

import fr.sillage.api.data.Field;
import java.util.List;
import java.util.Objects;

/**
 * What is needed to read a table: where it lies and how it is laid out.
 *
 * @param store where its chunks are
 * @param id its name there
 * @param fields its columns, in the order in which they were written
 * @param rows how many rows it has
 */
public record StoredTable(ChunkStore store, TableId id, List<Field> fields, long rows) {
    public StoredTable {
        Objects.requireNonNull(store);
        Objects.requireNonNull(id);
        fields = List.copyOf(fields);
    }
}
