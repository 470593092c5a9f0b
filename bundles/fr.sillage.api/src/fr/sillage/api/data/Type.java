package fr.sillage.api.data;

/** What the values of a column are, independent of what they mean ({@link RoleId}) and reveal ({@link Privacy}). */
public enum Type {
    /** A text out of a set of values. */
    CATEGORY,
    /** Free text. */
    TEXT,
    /** 64-bit whole number. */
    INTEGER,
    /** 64-bit floating point number. */
    DECIMAL,
    /** Day, stored as days since 1970-01-01. */
    DATE,
    /** Instant without zone, stored as microseconds since 1970-01-01T00:00. */
    TIMESTAMP;

    /** Whether values of this type are held as texts. */
    public boolean isText() {
        return this == CATEGORY || this == TEXT;
    }
}
