package fr.sillage.anonymizer.pseudonym.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import java.util.Optional;

/**
 * Replaces what names a person by that person's key under a scheme. The field keeps its name and roles, so that
 * analyses still find the person; its values become categories that reveal nothing by themselves.
 */
public final class Pseudonym implements Anonymizer.Streaming {
    static final String SCHEME = "scheme";

    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        return Optional.of(field.withType(Type.CATEGORY).withPrivacy(Privacy.OTHER));
    }

    @Override
    public boolean treatsEachText(Values parameters) {
        return true;
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        String scheme = parameters.require(SCHEME).strip();
        if (scheme.isEmpty()) {
            throw new IllegalArgumentException("missing value: " + SCHEME);
        }
        Pseudonymiser pseudonymiser = context.pseudonymiser(scheme);
        String[] keys = new String[in.size()];
        for (int row = 0; row < keys.length; row++) {
            if (!in.isMissing(row)) {
                String raw = raw(in, row);
                // a blank names nobody: one key for all blanks would make one person of them
                keys[row] = raw.isBlank() ? null : pseudonymiser.pseudonym(raw);
            }
        }
        return new Column.Texts(keys);
    }

    /** The value as it would stand in a file, so that the number 7 and the text "7" are one person. */
    private static String raw(Column in, int row) {
        return switch (in) {
            case Column.Texts texts -> texts.values()[row];
            case Column.Longs longs -> Long.toString(longs.values()[row]);
            case Column.Doubles doubles -> decimal(doubles.values()[row]);
        };
    }

    private static String decimal(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }
}
