package fr.sillage.core.silo;

import java.util.Objects;
import java.util.UUID;

/** Names a data set in its silo. */
public record DataSetId(UUID value) {
    public DataSetId {
        Objects.requireNonNull(value);
    }

    public static DataSetId random() {
        return new DataSetId(UUID.randomUUID());
    }
}
