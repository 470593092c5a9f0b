package fr.sillage.core.silo;

import java.util.Optional;

/** What the files of a silo took before and after a compaction, in bytes. */
public record Compacted(long before, long after) {
    private static final String BETWEEN = "/";

    /** As a line of text. */
    public String text() {
        return before + BETWEEN + after;
    }

    /** Empty where the text is none. */
    public static Optional<Compacted> of(String text) {
        String[] parts = text.split(BETWEEN);
        try {
            return parts.length == 2
                    ? Optional.of(new Compacted(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
