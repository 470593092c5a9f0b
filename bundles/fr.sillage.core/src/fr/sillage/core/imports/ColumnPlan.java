package fr.sillage.core.imports;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.ValueFormat;
import java.util.Objects;

/**
 * What becomes of one column of a file.
 *
 * @param field name in the file, type, roles, privacy class
 * @param format how its texts are read; of the field's type
 * @param treatment what is done before it is stored
 */
public record ColumnPlan(Field field, ValueFormat format, Treatment treatment) {
    public ColumnPlan {
        Objects.requireNonNull(field);
        Objects.requireNonNull(format);
        Objects.requireNonNull(treatment);
        if (format.type() != field.type()) {
            throw new IllegalArgumentException("format of another type");
        }
    }
}
