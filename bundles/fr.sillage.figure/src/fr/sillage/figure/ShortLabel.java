package fr.sillage.figure;

/**
 * Labels of the data as a figure can bear them: on one line and not too long. What is left out is left out of the
 * middle: answers of a survey and names of services often differ at their ends. The table has them in full.
 */
public final class ShortLabel {
    private static final int MOST = 32;
    /** One of so many characters that stay stands at the end. */
    private static final int TAIL = 3;

    private ShortLabel() {}

    public static String of(String label) {
        return of(label, MOST);
    }

    /** @param most characters, with the sign for those left out */
    public static String of(String label, int most) {
        String line = line(label);
        int length = line.codePointCount(0, line.length());
        if (length <= most) {
            return line;
        }
        int tail = most / TAIL;
        return line.substring(0, line.offsetByCodePoints(0, most - 1 - tail)).strip()
                + "…"
                + line.substring(line.offsetByCodePoints(0, length - tail)).strip();
    }

    /** In full, without what would break the line or turn the direction of the text after it. */
    public static String line(String label) {
        return label.replaceAll("[\\s\\p{Cc}]+", " ")
                .replaceAll("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "")
                .strip();
    }
}
