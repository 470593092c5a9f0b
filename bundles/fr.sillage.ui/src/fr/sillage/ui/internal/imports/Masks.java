package fr.sillage.ui.internal.imports;

/** Values of identifiers as they are shown: one recognises what they are, but not whom they name. */
final class Masks {
    private static final int LONGEST = 24;

    private Masks() {}

    /** The first character and all that is neither letter nor digit stay; the rest becomes dots. */
    static String mask(String value) {
        StringBuilder masked = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(c -> {
            if (masked.isEmpty() || !Character.isLetterOrDigit(c)) {
                masked.appendCodePoint(c);
            } else {
                masked.append('•');
            }
        });
        return value.codePointCount(0, value.length()) > LONGEST
                ? masked.append('…').toString()
                : masked.toString();
    }
}
