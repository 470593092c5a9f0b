package fr.sillage.delimited;

/** Blank in the sense of tables: the spaces that French typography and spreadsheets put in count as spaces. */
public final class Blank {
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
        if (ch > ' ' && ch < 0x7F) {
            return false;
        }
        return Character.isWhitespace(ch) || Character.isSpaceChar(ch) || ch == '\u200b' || ch == '\ufeff';
    }
}
