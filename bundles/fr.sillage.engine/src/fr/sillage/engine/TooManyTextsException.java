package fr.sillage.engine;

/** A column has more different texts than there is memory to tell them apart. */
public final class TooManyTextsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final int texts;

    public TooManyTextsException(int column, int texts) {
        super("column " + column + " has more than " + texts + " different texts");
        this.column = column;
        this.texts = texts;
    }

    /** Its place in the table, from 0. */
    public int column() {
        return column;
    }

    /** How many there were before memory ran out. */
    public int texts() {
        return texts;
    }
}
