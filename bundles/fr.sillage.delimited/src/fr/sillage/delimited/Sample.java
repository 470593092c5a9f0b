package fr.sillage.delimited;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first rows of a file under some settings, blank lines and a {@code sep=} line left out.
 *
 * @param width the number of cells that most rows have
 * @param agreeing how many rows have it
 */
public record Sample(List<List<String>> rows, int width, int agreeing) {
    /** More rows tell nothing new about types. */
    private static final int MOST_ROWS = 2000;

    public Sample {
        rows = List.copyOf(rows);
    }

    static Sample of(String text, boolean complete, Layout layout) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, layout.format())) {
            for (CSVRecord record : parser) {
                Row row = new Row(parser.getCurrentLineNumber(), record.toList(), false);
                if (!row.isBlankLine() && !(rows.isEmpty() && row.declaresSeparator())) {
                    rows.add(row.cells());
                }
                if (rows.size() > MOST_ROWS) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.size() > 1 && (!complete || rows.size() > MOST_ROWS)) {
            rows.removeLast(); // may be cut off
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int width = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        return new Sample(rows, width, counts.getOrDefault(width, 0));
    }

    public double agreement() {
        return rows.isEmpty() ? 0 : agreeing / (double) rows.size();
    }

    /** Texts of a column under the first row, from rows of the common width that do not repeat the first; no blanks. */
    public List<String> below(int column) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            add(i, column, values);
        }
        return values;
    }

    /** As {@link #below}, with the first row. */
    public List<String> all(int column) {
        List<String> values = new ArrayList<>();
        if (!rows.isEmpty()) {
            String first = column < rows.getFirst().size() ? rows.getFirst().get(column) : "";
            if (!Blank.is(first)) {
                values.add(first);
            }
        }
        values.addAll(below(column));
        return values;
    }

    private void add(int row, int column, List<String> values) {
        List<String> cells = rows.get(row);
        if (cells.size() == width && column < width && !Blank.is(cells.get(column)) && !cells.equals(rows.getFirst())) {
            values.add(cells.get(column));
        }
    }
}
