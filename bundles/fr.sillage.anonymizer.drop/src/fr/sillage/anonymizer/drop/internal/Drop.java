package fr.sillage.anonymizer.drop.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import java.util.Optional;

/** Leaves a column out: nothing of it is stored. */
public final class Drop implements Anonymizer.Streaming {
    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        return Optional.empty();
    }

    /** @throws IllegalStateException always: what is dropped must not be asked for */
    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        throw new IllegalStateException("a dropped column has no values");
    }
}
