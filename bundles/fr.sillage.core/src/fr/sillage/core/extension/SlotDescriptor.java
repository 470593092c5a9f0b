package fr.sillage.core.extension;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A data set that an analysis asks for.
 *
 * @param name for machines; people read the text {@code slot.NAME} of the contribution
 * @param roles roles that columns of the data set must have
 */
public record SlotDescriptor(String name, Set<RoleId> roles) {
    public SlotDescriptor {
        Objects.requireNonNull(name);
        roles = Set.copyOf(roles);
    }

    /** The roles that no column has. */
    public Set<RoleId> missingIn(List<Field> fields) {
        return roles.stream()
                .filter(role -> fields.stream().noneMatch(field -> field.roles().contains(role)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
