package fr.sillage.delimited;

import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects rows into columns; full by number of rows or by characters, so that long texts do not fill the memory. */
public final class BatchBuilder {
    public static final int MOST_ROWS = 8_192;
    private static final int MOST_CHARACTERS = 1 << 22;
    private static final int FIRST_CAPACITY = 1024;

    private final String[][] columns;
    private final List<Reject> rejects = new ArrayList<>();
    private long[] lines = new long[FIRST_CAPACITY];
    private int rows;
    private long characters;

    public BatchBuilder(int width) {
        columns = new String[width][FIRST_CAPACITY];
    }

    public boolean isFull() {
        return rows >= MOST_ROWS || rejects.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
    }

    public boolean isEmpty() {
        return rows == 0 && rejects.isEmpty();
    }

    public void add(Row row) {
        if (rows == lines.length) {
            int capacity = Math.min(MOST_ROWS, rows * 2);
            lines = Arrays.copyOf(lines, capacity);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], capacity);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            String cell = row.cells().get(i);
            columns[i][rows] = Blank.is(cell) ? null : cell;
            characters += cell.length();
        }
        lines[rows++] = row.line();
    }

    public void reject(Reject reject) {
        rejects.add(reject);
        characters += reject.content().length();
    }

    public Batch build() {
        List<Column> built = new ArrayList<>(columns.length);
        for (String[] column : columns) {
            built.add(new Column.Texts(Arrays.copyOf(column, rows)));
        }
        return new Batch(built, Arrays.copyOf(lines, rows), rejects);
    }
}
