package fr.sillage.delimited;

/** Blank in the sense of tables: the spaces that French typography and spreadsheets put in count as spaces. */
public final class Blank {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The first space behind it. */
    private static final char OGHAM_SPACE = '\u1680';

    private Blank() {}

    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!space(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without spaces at the ends, and each run of spaces and line ends inside as one space. */
    public static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            if (space(ch)) {
                pending = !tidy.isEmpty();
            } else {
                if (pending) {
                    tidy.append(' ');
                    pending = false;
                }
                tidy.append(ch);
            }
        }
        return tidy.toString();
    }

    private static boolean space(int ch) {
        if (ch > ' ' && ch < OGHAM_SPACE && ch != NO_BREAK_SPACE) {
            return false;
        }
        return Character.isWhitespace(ch) || Character.isSpaceChar(ch) || ch == '\u200b' || ch == '\ufeff';
    }
}
