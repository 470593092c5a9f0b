package fr.sillage.core.imports;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.ValueFormat;
import java.util.Objects;

/**
 * What becomes of one column of a file.
 *
 * @param column its name in the file
 * @param field name, type, roles and privacy class as they are before the treatment
 * @param format how its texts are read; of the field's type
 * @param treatment what is done before it is stored
 */
public record ColumnPlan(String column, Field field, ValueFormat format, Treatment treatment) {
    public ColumnPlan {
        Objects.requireNonNull(column);
        Objects.requireNonNull(field);
        Objects.requireNonNull(format);
        Objects.requireNonNull(treatment);
        if (format.type() != field.type()) {
            throw new IllegalArgumentException("format of another type");
        }
    }

    /** A column that keeps its name. */
    public ColumnPlan(Field field, ValueFormat format, Treatment treatment) {
        this(field.name(), field, format, treatment);
    }

    public ColumnPlan with(Field other) {
        return new ColumnPlan(column, other, format, treatment);
    }

    /** Of the format's type. */
    public ColumnPlan with(ValueFormat other) {
        return new ColumnPlan(column, field.withType(other.type()), other, treatment);
    }

    public ColumnPlan with(Treatment other) {
        return new ColumnPlan(column, field, format, other);
    }
}
