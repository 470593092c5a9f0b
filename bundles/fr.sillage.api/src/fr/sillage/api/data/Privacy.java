package fr.sillage.api.data;

/** What a column reveals about a person; independent of type and role. */
public enum Privacy {
    /** Names a person by itself: must be pseudonymised or dropped at import. */
    DIRECT_IDENTIFIER,
    /** Helps to recognise a person together with others. */
    QUASI_IDENTIFIER,
    SENSITIVE,
    OTHER
}
