package fr.sillage.api.analysis;

import fr.sillage.api.query.Region;
import java.util.Objects;
import java.util.Set;

/**
 * A number with the regions it follows from.
 *
 * @param value not a number where it is not defined
 * @param follows the smallest set of cells and margins it follows from; empty: never published
 * @param scale how it is rounded and written
 * @param bounds where it must lie when a region it follows from is hidden
 */
public record Quantity(double value, Set<Region> follows, Scale scale, Bounds bounds) {
    public Quantity {
        follows = Set.copyOf(follows);
        Objects.requireNonNull(scale);
        Objects.requireNonNull(bounds);
    }
}
