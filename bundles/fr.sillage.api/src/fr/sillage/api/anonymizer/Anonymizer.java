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

        /**
         * Whether what a text becomes follows from the text, the field and the parameters alone. {@link #apply} is then
         * handed each different text of a column of texts, as long as it is remembered, no more than once in an import,
         * and what it becomes stands in all rows that have it: what is costly is done once a person instead of once a row.
         */
        default boolean treatsEachText(Values parameters) {
            return false;
        }

        /** @return a column of the same length as {@code in}, of the type that {@link #becomes} names */
        Column apply(Column in, Values parameters, AnonymizerContext context);
    }
}
