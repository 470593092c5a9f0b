package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares a cross table on the screen with one counted from the file. */
final class CrossTableCheck {
    static final String HIDDEN = "•";
    /** Cells hidden at most: one small one, and what keeps it from being reckoned from the totals. */
    static final int MOST_HIDDEN = 8;

    private CrossTableCheck() {}

    /** Every number that the table shows, against the file. */
    static void counts(List<List<String>> lines, Crossing expected) {
        List<String> head = lines.getFirst();
        assertEquals(expected.columns(), head.subList(0, head.size() - 1));
        assertEquals(expected.rows().size() + 2, lines.size(), lines.toString());
        assertEquals(
                expected.rows(),
                lines.subList(1, lines.size() - 1).stream().map(List::getFirst).toList());
        Map<String, String> wrong = new HashMap<>();
        int hidden = 0;
        for (List<String> line : lines.subList(1, lines.size())) {
            boolean total = line == lines.getLast();
            assertEquals(head.size() + 1, line.size(), line.toString());
            for (int i = 0; i < head.size(); i++) {
                String shown = line.get(i + 1).replaceAll("[▲▼\\h]", "");
                if (shown.equals(HIDDEN)) {
                    hidden++;
                } else if (!shown.equals(String.valueOf(
                        count(expected, total ? "" : line.getFirst(), i == head.size() - 1 ? "" : head.get(i))))) {
                    wrong.put(line.getFirst() + " × " + head.get(i), shown);
                }
            }
        }
        assertEquals(Map.of(), wrong, "numbers that are not those of the file");
        assertTrue(hidden <= MOST_HIDDEN, hidden + " hidden");
    }

    /** Every residual that the table shows, to its decimal, against those of the file. */
    static void residuals(List<List<String>> lines, Crossing expected) {
        List<String> head = lines.getFirst();
        assertEquals(expected.columns(), head);
        assertEquals(
                expected.rows(),
                lines.subList(1, lines.size()).stream().map(List::getFirst).toList());
        Map<String, String> wrong = new HashMap<>();
        int hidden = 0;
        for (List<String> line : lines.subList(1, lines.size())) {
            for (int i = 0; i < head.size(); i++) {
                String shown = line.get(i + 1).replaceAll("[▲▼\\h]", "");
                String right = String.format(Locale.FRENCH, "%.1f", expected.residual(line.getFirst(), head.get(i)))
                        .replace('-', '\u2212');
                if (shown.equals(HIDDEN)) {
                    hidden++;
                } else if (!shown.equals(right)) {
                    wrong.put(line.getFirst() + " × " + head.get(i), shown + " for " + right);
                }
            }
        }
        assertEquals(Map.of(), wrong, "residuals that are not those of the file");
        assertTrue(hidden <= MOST_HIDDEN, hidden + " hidden");
        // base R 4.2.2 over the same file: the formula above is not the platform's own mistake made twice
        assertEquals("▲ 12,1", field(lines, "Wales", "BBB").replaceAll("\\h", " "));
        assertEquals("▼ \u22126,5", field(lines, "Ireland", "GGG").replaceAll("\\h", " "));
        assertEquals("\u22120,1", field(lines, "South East Region", "DDD"));
    }

    static String field(List<List<String>> lines, String row, String column) {
        int index = lines.getFirst().indexOf(column) + 1;
        return lines.stream()
                .filter(line -> line.getFirst().equals(row))
                .findFirst()
                .orElseThrow()
                .get(index);
    }

    /** @param row empty for all, like the column */
    private static int count(Crossing expected, String row, String column) {
        if (row.isEmpty()) {
            return column.isEmpty() ? expected.all() : expected.column(column);
        }
        return column.isEmpty() ? expected.row(row) : expected.count(row, column);
    }
}
