package fr.sillage.core.community;

/** A name that must be unique is taken. */
public final class DuplicateNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateNameException() {
        super("name is taken");
    }
}
