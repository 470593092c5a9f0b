package fr.sillage.core.extension;

/** A contribution failed; the message names it and its bundle. */
public final class ExtensionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExtensionException(Contribution contribution, Throwable cause) {
        super(contribution.id() + " of bundle " + contribution.bundle() + " failed", cause);
    }
}
