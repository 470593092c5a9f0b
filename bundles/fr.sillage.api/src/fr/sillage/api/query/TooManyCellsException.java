package fr.sillage.api.query;

/** An answer would have more cells and margins than anybody can look at, or memory hold: coarser keys are needed. */
public final class TooManyCellsException extends RuntimeException {
    /** Most cells and margins of an answer. */
    public static final int MOST = 300_000;

    private static final long serialVersionUID = 1L;

    public TooManyCellsException() {
        super("more than " + MOST + " cells and margins");
    }
}
