package fr.sillage.api.published;

/**
 * What a published number still says.
 *
 * @param kind how it was rounded
 * @param digits significant digits or decimals; 0 where exact
 */
public record Precision(Kind kind, int digits) {
    /** How a number was rounded. */
    public enum Kind {
        EXACT,
        SIGNIFICANT,
        DECIMALS
    }

    public static final Precision EXACT = new Precision(Kind.EXACT, 0);
}
