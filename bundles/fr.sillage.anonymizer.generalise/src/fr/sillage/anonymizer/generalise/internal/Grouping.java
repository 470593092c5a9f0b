package fr.sillage.anonymizer.generalise.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Groups;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import java.util.Optional;

/** Replaces values by the names of the groups that a person made of them. */
public final class Grouping implements Anonymizer.Streaming {
    static final String GROUPS = "groups";
    static final String OTHERS = "others";

    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        groups(parameters);
        return Optional.of(field.withType(Type.CATEGORY));
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        Groups groups = groups(parameters);
        Optional<String> others = parameters.get(OTHERS).map(String::strip).filter(name -> !name.isEmpty());
        String[] out = new String[in.size()];
        for (int row = 0; row < out.length; row++) {
            if (!in.isMissing(row)) {
                String value = text(in, row);
                out[row] = groups.of(value).or(() -> others).orElse(value);
            }
        }
        return new Column.Texts(out);
    }

    private static Groups groups(Values parameters) {
        return Groups.parse(parameters.get(GROUPS).orElse(""));
    }

    private static String text(Column in, int row) {
        return switch (in) {
            case Column.Texts texts -> texts.values()[row];
            case Column.Longs longs -> Long.toString(longs.values()[row]);
            case Column.Doubles doubles -> Double.toString(doubles.values()[row]);
        };
    }
}
