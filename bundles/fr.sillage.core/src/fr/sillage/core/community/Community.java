package fr.sillage.core.community;

import java.util.Objects;

/**
 * An organisation's space.
 *
 * @param name unique
 * @param threshold fewest persons that a published cell must hold
 */
public record Community(CommunityId id, String name, int threshold) {
    public static final int DEFAULT_THRESHOLD = 5;

    public Community {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold " + threshold);
        }
    }
}
