package fr.sillage.engine.query.internal;

/** Some rows of each chunk of a table. Thread-safe. */
interface RowSet {
    /** The rows of a chunk as {@linkplain fr.sillage.engine.column.internal.Bits bits}. The array is the caller's. */
    long[] of(int chunk);
}
