package fr.sillage.api.analysis;

import java.util.Objects;

/**
 * A figure by reference: names columns of a table of the same result and holds no numbers.
 *
 * @param id people read the text {@code figure.ID} of the analysis's resource bundle
 * @param table id of the table it draws
 * @param category column that gives the bars
 * @param series column that gives the parts of a bar
 * @param value column that gives their lengths
 * @param total id of the table with the margins, so that what is hidden of a bar can be drawn as such
 */
public record Figure(String id, Kind kind, String table, String category, String series, String value, String total) {
    /** How it is drawn. */
    public enum Kind {
        /** One horizontal bar a category, its parts as shares of 100 %. */
        STACKED_SHARES
    }

    public Figure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(table);
        Objects.requireNonNull(category);
        Objects.requireNonNull(series);
        Objects.requireNonNull(value);
        Objects.requireNonNull(total);
    }
}
