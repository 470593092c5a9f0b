package fr.sillage.api.data;

import java.util.Objects;
import java.util.Set;

/**
 * A column's description.
 *
 * @param name as people see it; unique within its data set
 * @param type what the values are
 * @param roles what it means to analyses; may be empty
 * @param privacy what it reveals
 */
public record Field(String name, Type type, Set<RoleId> roles, Privacy privacy) {
    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(privacy);
        roles = Set.copyOf(roles);
    }

    public Field withType(Type other) {
        return new Field(name, other, roles, privacy);
    }

    public Field withRoles(Set<RoleId> other) {
        return new Field(name, type, other, privacy);
    }

    public Field withPrivacy(Privacy other) {
        return new Field(name, type, roles, other);
    }
}
