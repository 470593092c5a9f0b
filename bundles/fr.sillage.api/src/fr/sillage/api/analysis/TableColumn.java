package fr.sillage.api.analysis;

import java.util.Objects;

/**
 * A column of a result's table.
 *
 * @param name for machines; people read the text {@code column.NAME} of the analysis's resource bundle
 */
public record TableColumn(String name, Kind kind) {
    /** What a column holds. */
    public enum Kind {
        /** A category of the data, as it is written there. */
        LABEL,
        /** A word of the analysis: people read its text {@code term.ID}. */
        TERM,
        INTEGER,
        DECIMAL,
        /** A p-value, 0 to 1. */
        PROBABILITY,
        /** Yes or no: whether the numbers of the line are hidden. */
        FLAG
    }

    public TableColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }
}
