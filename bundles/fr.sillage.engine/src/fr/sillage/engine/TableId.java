package fr.sillage.engine;

import java.util.Objects;
import java.util.UUID;

/** Names one stored table: a data set as one import left it. */
public record TableId(UUID value) {
    public TableId {
        Objects.requireNonNull(value);
    }

    public static TableId random() {
        return new TableId(UUID.randomUUID());
    }
}
