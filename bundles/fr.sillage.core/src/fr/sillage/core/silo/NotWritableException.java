package fr.sillage.core.silo;

import java.io.IOException;

/** The data folder cannot be written; nothing of what was being written is left. */
public final class NotWritableException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotWritableException(IOException cause) {
        super("the data folder cannot be written", cause);
    }

    /** Whether a failure is one of these, or was caused by one. */
    public static boolean isBehind(Throwable failure) {
        return Cause.has(failure, NotWritableException.class);
    }
}
