package fr.sillage.benchmark;

/** The command was called wrongly; the message says how in a line. */
public final class WrongCallException extends Exception {
    private static final long serialVersionUID = 1L;

    public WrongCallException(String message) {
        super(message);
    }
}
