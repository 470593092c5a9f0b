package fr.sillage.api.analysis;

import java.util.Objects;

/**
 * Holds where {@code from <= quantity < below} in every table that the published numbers leave open.
 */
public record Condition(Quantity quantity, double from, double below) {
    public Condition {
        Objects.requireNonNull(quantity);
    }
}
