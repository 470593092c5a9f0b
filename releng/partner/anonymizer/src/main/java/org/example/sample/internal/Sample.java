package org.example.sample.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import java.util.Optional;

/**
 * Keeps the first characters of each value: of a postcode, for instance, the département. Works batch by batch while a
 * file is read. One instance serves everybody: no fields that change.
 */
public final class Sample implements Anonymizer.Streaming {
    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        length(parameters);
        // an empty answer would drop the column; a direct identifier must not stay one, or the import is refused;
        // what is left still tells something of a person, so nothing becomes harmless here
        return Optional.of(field.withType(Type.CATEGORY)
                .withPrivacy(
                        field.privacy() == Privacy.DIRECT_IDENTIFIER ? Privacy.QUASI_IDENTIFIER : field.privacy()));
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        int length = length(parameters);
        String[] values = ((Column.Texts) in).values();
        String[] kept = new String[values.length]; // as long as what came in, missing values too
        for (int row = 0; row < values.length; row++) {
            kept[row] = values[row] == null ? null : first(values[row], length);
        }
        return new Column.Texts(kept);
    }

    private static String first(String value, int length) {
        return value.codePointCount(0, value.length()) <= length
                ? value
                : value.substring(0, value.offsetByCodePoints(0, length));
    }

    private static int length(Values parameters) {
        int length = Integer.parseInt(parameters.require("length").strip());
        if (length < 1) {
            throw new IllegalArgumentException("length below 1");
        }
        return length;
    }
}
