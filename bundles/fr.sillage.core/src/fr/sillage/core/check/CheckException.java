package fr.sillage.core.check;

import java.util.Objects;

/** Why a data folder cannot be checked at all. */
public final class CheckException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What stops a check. */
    public enum Reason {
        /** There is no platform database in the folder. */
        NO_FOLDER,
        /** There is no master secret, or it cannot be read. */
        NO_SECRET
    }

    public CheckException(Reason reason) {
        super(reason.name());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
