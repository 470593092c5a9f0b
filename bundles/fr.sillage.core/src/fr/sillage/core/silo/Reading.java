package fr.sillage.core.silo;

/**
 * Somebody reads: rows that were there at its beginning stay readable until it is closed, whatever is imported, taken
 * back or erased meanwhile; but no longer than {@value #MINUTES} minutes after they were deleted, when whoever reads on
 * gets a {@link ReadingEndedException}. To be closed once, by any thread.
 */
public interface Reading extends AutoCloseable {
    int MINUTES = 10;

    @Override
    void close();
}
