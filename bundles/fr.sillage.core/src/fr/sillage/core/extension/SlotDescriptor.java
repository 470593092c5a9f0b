package fr.sillage.core.extension;

import fr.sillage.api.data.RoleId;
import java.util.Objects;
import java.util.Set;

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
}
