package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of a data set. */
@Embeddable
class FieldValue {
    @Column(name = "NAME")
    private String name;

    @Column(name = "TYPE")
    @Enumerated(EnumType.STRING)
    private Type type;

    @Column(name = "PRIVACY")
    @Enumerated(EnumType.STRING)
    private Privacy privacy;
    /** Ids with a space after each; they hold none themselves. */
    @Column(name = "ROLES")
    private String roles;

    protected FieldValue() {}

    FieldValue(Field field) {
        name = field.name();
        type = field.type();
        privacy = field.privacy();
        roles = field.roles().stream()
                .map(RoleId::id)
                .sorted()
                .map(id -> id + " ")
                .collect(Collectors.joining());
    }

    Field field() {
        Set<RoleId> ids = Stream.of(roles.split(" "))
                .filter(id -> !id.isEmpty())
                .map(RoleId::new)
                .collect(Collectors.toSet());
        return new Field(name, type, ids, privacy);
    }
}
