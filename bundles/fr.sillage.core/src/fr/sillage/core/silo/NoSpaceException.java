package fr.sillage.core.silo;

import java.io.IOException;

/** The server's disk is full; nothing of what was being written is left. */
public final class NoSpaceException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoSpaceException(IOException cause) {
        super("no space left", cause);
    }

    /** Whether a failure is one of these, or was caused by one. */
    public static boolean isBehind(Throwable failure) {
        return Cause.has(failure, NoSpaceException.class);
    }
}
