package fr.sillage.api.source;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.ValueFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A field as a source proposes it.
 *
 * @param field name, type, roles and privacy class
 * @param format how its texts are to be read as values of its type
 * @param scheme for identifiers of persons: what they are, such as {@code numen} or {@code moodle-user-id}, where the
 *     source knows it; the same value under one scheme is one person in all data sets
 */
public record ProposedField(Field field, ValueFormat format, Optional<String> scheme) {
    public ProposedField {
        Objects.requireNonNull(field);
        Objects.requireNonNull(format);
        Objects.requireNonNull(scheme);
    }

    /** Without a scheme. */
    public ProposedField(Field field, ValueFormat format) {
        this(field, format, Optional.empty());
    }
}
