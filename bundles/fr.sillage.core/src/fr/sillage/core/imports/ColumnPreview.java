package fr.sillage.core.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the values of one column.
 *
 * @param stored the field that would be stored with its values, row by row; empty where the column is left out or the
 *     plan is refused
 * @param unreadable rows whose value does not fit the format: they would be rejected
 * @param refusal why the import would refuse this column
 */
public record ColumnPreview(Optional<Stored> stored, BitSet unreadable, Optional<Message> refusal) {
    /** A field as it would be stored, with values. */
    public record Stored(Field field, Column values) {
        public Stored {
            Objects.requireNonNull(field);
            Objects.requireNonNull(values);
        }
    }

    public ColumnPreview {
        Objects.requireNonNull(stored);
        Objects.requireNonNull(unreadable);
        Objects.requireNonNull(refusal);
    }
}
