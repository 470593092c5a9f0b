package fr.sillage.core.check;

import java.util.Objects;

/**
 * Something that is not as it was written.
 *
 * @param detail where: names of tables, data sets and chunks by their ids, never a stored value
 */
public record Problem(Kind kind, String detail) {
    /** What is wrong. */
    public enum Kind {
        /** The key file is damaged, another silo's, or wrapped under another master secret. */
        KEYS,
        /** The database does not open. */
        CLOSED,
        /** Written by a newer program. */
        NEWER,
        /** A table of the database is inconsistent or cannot be read. */
        TABLE,
        /** A chunk is missing, damaged or another one's. */
        CHUNK,
        /** Chunks that no data set names. */
        ORPHANS,
        /** A community without a silo. */
        NO_SILO,
        /** A silo without a community. */
        NO_COMMUNITY
    }

    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }
}
