package fr.sillage.engine;

/** There are more different keys of rows than there is memory to tell them apart. */
public final class TooManyKeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int keys;

    public TooManyKeysException(int keys) {
        super("more than " + keys + " different keys");
        this.keys = keys;
    }

    /** How many there were before memory ran out. */
    public int keys() {
        return keys;
    }
}
