package fr.sillage.core.extension;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter or setting that a contribution declares.
 *
 * @param name for machines; people read the text {@code parameter.NAME} of the contribution
 * @param slot for a column: the slot whose columns are offered
 * @param types for a column: those that it takes; empty where none are declared: then {@link #COUNTED} are offered,
 *     and others accepted from who names them
 * @param choices for a choice: the values; people read {@code parameter.NAME.VALUE}
 * @param roleDefaults defaults for data of a certain kind; the first that applies counts
 */
public record ParameterDescriptor(
        String name,
        Kind kind,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> slot,
        Set<Type> types,
        List<String> choices,
        List<RoleDefault> roleDefaults) {
    /** What one counts by: few different values, each of which says something. */
    private static final Set<Type> COUNTED = Set.of(Type.CATEGORY, Type.INTEGER, Type.DATE);

    /** How a value is entered. */
    public enum Kind {
        TEXT,
        CHOICE,
        BOOLEAN,
        /** Values of a column gathered into groups ({@link fr.sillage.api.anonymizer.Groups}). */
        GROUPS,
        /** A column of the data set that fills a slot. */
        COLUMN
    }

    /** The default where the data set in a slot has a column with a role. */
    public record RoleDefault(String slot, RoleId role, String value) {
        public RoleDefault {
            Objects.requireNonNull(slot);
            Objects.requireNonNull(role);
            Objects.requireNonNull(value);
        }

        private boolean applies(Map<String, List<Field>> data) {
            return data.getOrDefault(slot, List.of()).stream()
                    .anyMatch(field -> field.roles().contains(role));
        }
    }

    /** The same with another default. */
    public ParameterDescriptor withDefault(String value) {
        return new ParameterDescriptor(name, kind, Optional.of(value), required, slot, types, choices, List.of());
    }

    public ParameterDescriptor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(defaultValue);
        Objects.requireNonNull(slot);
        types = Set.copyOf(types);
        choices = List.copyOf(choices);
        roleDefaults = List.copyOf(roleDefaults);
    }

    /** With one default for all data, and columns of the usual types. */
    public ParameterDescriptor(
            String name,
            Kind kind,
            Optional<String> defaultValue,
            boolean required,
            Optional<String> slot,
            List<String> choices) {
        this(name, kind, defaultValue, required, slot, Set.of(), choices, List.of());
    }

    /** The parameter with the default that counts for these data. @param data fields by slot */
    public ParameterDescriptor of(Map<String, List<Field>> data) {
        Optional<String> value = roleDefaults.stream()
                .filter(each -> each.applies(data))
                .findFirst()
                .map(RoleDefault::value)
                .or(() -> defaultValue);
        return new ParameterDescriptor(name, kind, value, required, slot, types, choices, List.of());
    }

    /** Whether people are offered the column, as far as its type goes. */
    public boolean offers(Field column) {
        return (types.isEmpty() ? COUNTED : types).contains(column.type());
    }

    /** Whether the column may be named. */
    public boolean takes(Field column) {
        return types.isEmpty() || types.contains(column.type());
    }
}
