package fr.sillage.cli.internal;

import java.util.Collections;
import java.util.List;

/** Lines of aligned columns. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * @param right for each column whether it is aligned to the right
     * @param rows each as long as the heads
     */
    static List<String> lines(List<String> heads, List<Boolean> right, List<List<String>> rows) {
        int[] widths = new int[heads.size()];
        measure(widths, heads);
        rows.forEach(row -> measure(widths, row));
        List<String> lines = new java.util.ArrayList<>();
        lines.add(line(widths, right, heads));
        lines.add(line(
                widths,
                right,
                java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList()));
        rows.forEach(row -> lines.add(line(widths, right, row)));
        return Collections.unmodifiableList(lines);
    }

    private static void measure(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(plain(row.get(i))));
        }
    }

    private static String line(int[] widths, List<Boolean> right, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = plain(row.get(i));
            String padding = " ".repeat(widths[i] - width(text));
            line.append(i > 0 ? GAP : "").append(right.get(i) ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without control characters: a category of the data must not move the cursor or colour the terminal. */
    static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
