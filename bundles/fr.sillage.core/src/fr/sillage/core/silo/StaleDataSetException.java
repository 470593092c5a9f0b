package fr.sillage.core.silo;

/** A data set got another version, or was deleted, since it was looked at. */
public final class StaleDataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleDataSetException() {
        super("the data set has changed meanwhile");
    }
}
