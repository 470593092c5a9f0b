package fr.sillage.engine.filter.internal;

/** Some rows of each chunk of a table. Thread-safe. */
public interface RowSet {
    /** The rows of a chunk as {@linkplain fr.sillage.engine.column.internal.Bits bits}. The array is the caller's. */
    long[] of(int chunk);
}
