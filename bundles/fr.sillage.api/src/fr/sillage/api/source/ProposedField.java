package fr.sillage.api.source;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.ValueFormat;
import java.util.Objects;

/**
 * A field as a source proposes it.
 *
 * @param field name, type, roles and privacy class
 * @param format how its texts are to be read as values of its type
 */
public record ProposedField(Field field, ValueFormat format) {
    public ProposedField {
        Objects.requireNonNull(field);
        Objects.requireNonNull(format);
    }
}
