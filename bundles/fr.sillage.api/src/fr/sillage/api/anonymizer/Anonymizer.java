package fr.sillage.api.anonymizer;

import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import java.util.Optional;

/** Takes out of data what names or reveals persons. Instances are shared and must be stateless. */
public sealed interface Anonymizer {
    /** Works at import, column by column and batch by batch. */
    non-sealed interface Streaming extends Anonymizer {
        /** What the field is afterwards; empty where it is dropped. */
        Optional<Field> becomes(Field field, Values parameters);

        /** @return a column of the same length as {@code in}, of the type that {@link #becomes} names */
        Column apply(Column in, Values parameters, AnonymizerContext context);
    }
}
