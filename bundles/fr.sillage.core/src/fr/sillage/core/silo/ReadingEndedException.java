package fr.sillage.core.silo;

/** The rows were deleted, and whoever still read them had their time. */
public class ReadingEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadingEndedException() {
        super("the rows were deleted while they were read");
    }

    /** Whether a failure is one of these, or was caused by one. */
    public static boolean isBehind(Throwable failure) {
        return Cause.has(failure, ReadingEndedException.class);
    }
}
