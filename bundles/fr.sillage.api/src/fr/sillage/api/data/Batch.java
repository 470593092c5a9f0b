package fr.sillage.api.data;

import java.util.List;

/**
 * Some rows of a source, by columns, with the rows that it rejected on the way.
 *
 * @param columns one for each field, of one length
 * @param lines for each row the line in the file where it starts, from 1
 * @param rejects rows met meanwhile that are not in the columns
 */
public record Batch(List<Column> columns, long[] lines, List<Reject> rejects) {
    public Batch {
        columns = List.copyOf(columns);
        rejects = List.copyOf(rejects);
        for (Column column : columns) {
            if (column.size() != lines.length) {
                throw new IllegalArgumentException("columns of different lengths");
            }
        }
    }

    public int rows() {
        return lines.length;
    }
}
