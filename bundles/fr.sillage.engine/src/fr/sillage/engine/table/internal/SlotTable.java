package fr.sillage.engine.table.internal;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.FieldRef;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A table that fills a slot. */
public record SlotTable(TableChunks chunks) {
    /** @throws IllegalArgumentException where there is no such column */
    public int column(FieldRef wanted) {
        return find(field -> field.name().equals(wanted.column()))
                .orElseThrow(() -> new IllegalArgumentException("no column " + wanted.column()));
    }

    /** @throws IllegalArgumentException where there is no such column, or it names persons: no answer shows these */
    public int nameless(FieldRef wanted) {
        int column = column(wanted);
        if (field(column).roles().contains(RoleId.SUBJECT)) {
            throw new IllegalArgumentException(wanted.column() + " names persons");
        }
        return column;
    }

    /** The column that names the person, if there is one. */
    public OptionalInt subject() {
        return find(field -> field.roles().contains(RoleId.SUBJECT));
    }

    public Field field(int column) {
        return chunks.table().fields().get(column);
    }

    private OptionalInt find(Predicate<Field> wanted) {
        List<Field> fields = chunks.table().fields();
        return IntStream.range(0, fields.size())
                .filter(i -> wanted.test(fields.get(i)))
                .findFirst();
    }
}
