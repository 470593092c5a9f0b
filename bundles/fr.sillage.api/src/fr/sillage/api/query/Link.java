package fr.sillage.api.query;

import java.util.Objects;

/**
 * Rows of two slots belong together where both columns hold the same value; a missing value belongs to none. Person
 * keys are the same value only under the same scheme.
 *
 * @param one a column
 * @param other a column of another slot and of the same kind: texts, whole numbers, dates or time stamps
 */
public record Link(FieldRef one, FieldRef other) {
    /** @throws IllegalArgumentException where both are of one slot */
    public Link {
        Objects.requireNonNull(one);
        Objects.requireNonNull(other);
        if (one.slot().equals(other.slot())) {
            throw new IllegalArgumentException("a slot linked with itself");
        }
    }
}
