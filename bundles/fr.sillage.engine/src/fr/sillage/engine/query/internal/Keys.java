package fr.sillage.engine.query.internal;

import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Key;
import fr.sillage.engine.TableReader;

/** Makes of a key what gives its rows' codes. */
final class Keys {
    private Keys() {}

    /** @throws IllegalArgumentException where the column is not of a type for such a key */
    static ColumnCodes codes(Key key, TableReader reader, int column) {
        return switch (key) {
            case FieldRef plain -> plain(reader, column, true);
            case Key.Part part -> new PartCodes(reader, column, part.part());
            case Key.Folded folded -> new FoldedCodes(plain(reader, column, true), folded.names());
            case Key.Bands bands -> new BandCodes(reader, column, bands.bounds());
        };
    }

    /** @param labelled whether the texts will be asked for */
    static ColumnCodes plain(TableReader reader, int column, boolean labelled) {
        return reader.table().fields().get(column).type().isText()
                ? new TextCodes(reader, column, labelled)
                : new NumberCodes(reader, column);
    }
}
