package fr.sillage.figure;

/** Labels of the data as a figure can bear them: on one line and not too long. The table has them in full. */
public final class ShortLabel {
    private static final int MOST = 32;

    private ShortLabel() {}

    public static String of(String label) {
        String line = line(label);
        if (line.codePointCount(0, line.length()) <= MOST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST - 1)).strip() + "…";
    }

    /** In full, without what would break the line or turn the direction of the text after it. */
    public static String line(String label) {
        return label.replaceAll("[\\s\\p{Cc}]+", " ")
                .replaceAll("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "")
                .strip();
    }
}
