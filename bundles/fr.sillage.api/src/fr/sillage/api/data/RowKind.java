package fr.sillage.api.data;

import java.util.List;

/** What one row of a table is, so that sentences can name it. */
public enum RowKind {
    /** Somebody chose something: a module, a training session. */
    REGISTRATION,
    /** Somebody did something: {@link RoleId#EVENT}. */
    EVENT,
    /** Anything else. */
    ROW;

    /** By the roles of the columns: a row that names a person and what the person chose is a registration. */
    public static RowKind of(List<Field> fields) {
        if (has(fields, RoleId.EVENT)) {
            return EVENT;
        }
        return has(fields, RoleId.SUBJECT) && has(fields, RoleId.ITEM) ? REGISTRATION : ROW;
    }

    private static boolean has(List<Field> fields, RoleId role) {
        return fields.stream().anyMatch(field -> field.roles().contains(role));
    }
}
