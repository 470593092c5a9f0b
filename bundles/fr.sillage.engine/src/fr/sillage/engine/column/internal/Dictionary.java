package fr.sillage.engine.column.internal;

import fr.sillage.engine.SharedCache;
import java.util.List;
import java.util.Optional;

/**
 * The different texts of a column, in the order of their codes, which count from 1.
 *
 * @param size how many there are
 * @param texts them; empty where they are too many to be held in memory
 */
public record Dictionary(int size, Optional<List<String>> texts) implements SharedCache.Held {
    private static final int HEADER = 64;

    /** How much memory a text takes, about. */
    public static long bytes(String text) {
        return HEADER + 2L * text.length();
    }

    @Override
    public long bytes() {
        return HEADER
                + texts.stream()
                        .flatMap(List::stream)
                        .mapToLong(Dictionary::bytes)
                        .sum();
    }
}
