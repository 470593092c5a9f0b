package fr.sillage.engine;

import java.util.Objects;

/**
 * Names one chunk.
 *
 * @param table the table
 * @param column position of the column, from 0
 * @param kind values or dictionary
 * @param number counts the column's chunks of this kind, from 0
 */
public record ChunkKey(TableId table, int column, Kind kind, int number) implements SharedCache.Key {
    /** What a chunk holds. */
    public enum Kind {
        VALUES,
        DICTIONARY
    }

    public ChunkKey {
        Objects.requireNonNull(table);
        Objects.requireNonNull(kind);
    }
}
