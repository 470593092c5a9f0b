package fr.sillage.api.anonymizer;

import fr.sillage.api.data.Field;

/** What an anonymizer may use. */
public interface AnonymizerContext {
    /** @param scheme what the identifier is: {@code email}, {@code numen}, {@code student}, ... */
    Pseudonymiser pseudonymiser(String scheme);

    /**
     * The field whose column is treated, as it was before: tells days from microseconds and from amounts.
     *
     * @throws IllegalStateException where the context belongs to no column
     */
    default Field field() {
        throw new IllegalStateException("no field");
    }
}
