package fr.sillage.engine.sql.internal;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.engine.sql.SqlDialect;
import fr.sillage.engine.sql.SqlTable;
import fr.sillage.engine.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of the tables that fill the slots of one query, under an alias for each slot.
 *
 * @param aliases by slot
 */
public record SqlColumns(Map<String, SqlTable> tables, Map<String, String> aliases, SqlDialect dialect) {
    /** @throws IllegalArgumentException where there is no such slot or column */
    Field field(FieldRef wanted) {
        return table(wanted.slot()).fields().get(position(wanted));
    }

    Type type(FieldRef wanted) {
        return field(wanted).type();
    }

    /** @throws IllegalArgumentException where the column names persons */
    FieldRef nameless(FieldRef wanted) {
        if (field(wanted).roles().contains(RoleId.SUBJECT)) {
            throw new IllegalArgumentException(wanted.column() + " names persons");
        }
        return wanted;
    }

    /** As the table has it. */
    SqlText raw(FieldRef wanted) {
        SqlTable table = table(wanted.slot());
        return SqlText.of(
                "{}.{}", alias(wanted.slot()), dialect.name(table.columns().get(position(wanted))));
    }

    /** A text, whole number, decimal, days or microseconds since 1970. */
    SqlText value(FieldRef wanted) {
        return switch (type(wanted)) {
            case CATEGORY, TEXT, INTEGER -> raw(wanted);
            case DECIMAL -> dialect.decimal(raw(wanted));
            case DATE -> dialect.days(raw(wanted));
            case TIMESTAMP -> dialect.micros(raw(wanted));
        };
    }

    /** The table of a slot under its alias. */
    SqlText from(String slot) {
        return SqlText.of("{} AS {}", dialect.name(table(slot).name()), alias(slot));
    }

    private SqlText alias(String slot) {
        return new SqlText(aliases.get(slot), List.of());
    }

    /** What names the person of a slot's row, if a column does. */
    Optional<SqlText> person(String slot) {
        return table(slot).fields().stream()
                .filter(field -> field.roles().contains(RoleId.SUBJECT))
                .findFirst()
                .map(field -> value(new FieldRef(slot, field.name())));
    }

    boolean namesPersons(String slot) {
        return person(slot).isPresent();
    }

    private SqlTable table(String slot) {
        return Optional.ofNullable(tables.get(slot)).orElseThrow(() -> new IllegalArgumentException("no slot " + slot));
    }

    private int position(FieldRef wanted) {
        List<Field> fields = table(wanted.slot()).fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(wanted.column())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + wanted.column());
    }
}
