package fr.sillage.core.imports;

/** What an import makes of what is there already. */
public enum ImportMode {
    /** A data set of its own. */
    NEW,
    /** A further version of a data set, with its rows and those of the file. */
    APPEND,
    /** A further version of a data set, with the rows of the file alone. */
    REPLACE,
    /**
     * A further version of a data set, with the rows of the file, and of its own rows those whose key is not in the file.
     */
    REPLACE_BY_KEY
}
