package fr.sillage.api.query;

/** What is counted. */
public enum Unit {
    /** Rows: a registration, an answer, a visit. */
    ROW,
    /** Persons: each once in each cell. */
    SUBJECT
}
