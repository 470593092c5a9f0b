package fr.sillage.api.anonymizer;

/** What an anonymizer may use. */
public interface AnonymizerContext {
    /** @param scheme what the identifier is: {@code email}, {@code numen}, {@code student}, ... */
    Pseudonymiser pseudonymiser(String scheme);
}
