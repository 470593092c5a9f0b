package fr.sillage.core.extension;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter or setting that a contribution declares.
 *
 * @param name for machines; people read the text {@code parameter.NAME} of the contribution
 * @param slot for a column: the slot whose columns are offered
 * @param choices for a choice: the values; people read {@code parameter.NAME.VALUE}
 */
public record ParameterDescriptor(
        String name,
        Kind kind,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> slot,
        List<String> choices) {
    /** How a value is entered. */
    public enum Kind {
        TEXT,
        CHOICE,
        BOOLEAN,
        /** A column of the data set that fills a slot. */
        COLUMN
    }

    public ParameterDescriptor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(defaultValue);
        Objects.requireNonNull(slot);
        choices = List.copyOf(choices);
    }
}
