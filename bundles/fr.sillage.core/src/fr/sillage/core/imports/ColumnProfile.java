package fr.sillage.core.imports;

import java.util.List;
import java.util.Objects;

/**
 * What one reading pass saw of a column. Holds raw values: for the person who imports, never stored.
 *
 * @param rows rows read
 * @param missing rows without a value
 * @param distinct different values; at most {@link #MOST_DISTINCT} are told apart
 * @param frequent the most frequent values with their counts, the most frequent first
 * @param unreadable values that do not fit the proposed format
 */
public record ColumnProfile(
        String name, long rows, long missing, long distinct, List<Frequency> frequent, long unreadable) {
    public static final int MOST_DISTINCT = 10_000;

    /** A value and how often it stands there. */
    public record Frequency(String value, long count) {}

    public ColumnProfile {
        Objects.requireNonNull(name);
        frequent = List.copyOf(frequent);
    }
}
