package fr.sillage.core.silo;

/** A silo cannot be made, opened, read or written. The message holds no value of the data. */
public final class SiloException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SiloException(String message, Throwable cause) {
        super(message, cause);
    }
}
