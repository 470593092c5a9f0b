package fr.sillage.ui.internal.analysis;

/** Texts as a chip can bear them. */
final class Shortened {
    private static final int MOST = 48;

    private Shortened() {}

    static String text(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST - 1)).strip() + "…";
    }
}
