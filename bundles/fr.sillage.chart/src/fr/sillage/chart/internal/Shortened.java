package fr.sillage.chart.internal;

/** Labels of the data as a figure can bear them: on one line and not too long. The table has them in full. */
final class Shortened {
    private static final int MOST = 32;

    private Shortened() {}

    static String text(String label) {
        String line = label.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= MOST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST - 1)).strip() + "…";
    }
}
