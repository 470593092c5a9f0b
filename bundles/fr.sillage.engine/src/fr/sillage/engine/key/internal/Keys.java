package fr.sillage.engine.key.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import fr.sillage.engine.table.internal.TableChunks;

/** Makes of a key what gives its rows' codes. */
public final class Keys {
    private Keys() {}

    /** @throws IllegalArgumentException where the column is not of a type for such a key */
    public static ColumnCodes codes(Key key, TableChunks table, int column) {
        Type type = table.table().fields().get(column).type();
        return switch (key) {
            case FieldRef plain -> plain(table, column, type);
            case Key.Part part -> new LongGroupCodes(table, column, new PartGroups(type, part.part()));
            case Key.Folded folded -> new FoldedCodes(plain(table, column, type), folded.names());
            case Key.Choices choices -> throw new IllegalArgumentException("choices are several categories at once");
            case Key.Bands bands -> {
                Bands groups = new Bands(type, bands.bounds());
                yield type == Type.DECIMAL
                        ? new DoubleBandCodes(table, column, groups)
                        : new LongGroupCodes(table, column, groups);
            }
        };
    }

    private static ColumnCodes plain(TableChunks table, int column, Type type) {
        return switch (type) {
            case CATEGORY, TEXT -> new TextCodes(table, column);
            case DECIMAL -> new DoubleCodes(table, column);
            case INTEGER, DATE, TIMESTAMP -> new LongGroupCodes(table, column, new PlainGroups(type));
        };
    }

    /** What tells persons apart; nobody asks for their texts, which therefore are not read. */
    public static ColumnCodes persons(TableChunks table, int column) {
        Type type = table.table().fields().get(column).type();
        return type.isText() ? new PersonCodes(table, column) : plain(table, column, type);
    }
}
