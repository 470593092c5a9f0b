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
        LABEL,
        TERM,
        INTEGER,
        DECIMAL,
        PROBABILITY,
        FLAG
    }

    public TableColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }
}
