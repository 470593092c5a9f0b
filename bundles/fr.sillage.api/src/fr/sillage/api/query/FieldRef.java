package fr.sillage.api.query;

import java.util.Objects;

/**
 * Names a column by the analysis's slot and the column's name in the data set that fills it.
 */
public record FieldRef(String slot, String column) implements Key {
    public FieldRef {
        Objects.requireNonNull(slot);
        Objects.requireNonNull(column);
    }

    @Override
    public FieldRef field() {
        return this;
    }
}
