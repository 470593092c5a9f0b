package fr.sillage.api.analysis;

import fr.sillage.api.query.Region;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a quantity must lie when all that is known of the regions it follows from is where their units
 * ({@link fr.sillage.api.query.Cells#units}) lie. The gate rounds a quantity until the whole interval rounds to the
 * same number. Too wide an interval only costs digits; too narrow a one would give hidden cells away.
 */
@FunctionalInterface
public interface Bounds {
    /** Not known: the quantity is withheld as soon as a region it follows from is hidden. */
    Bounds NONE = possible -> Optional.empty();

    /** @param possible for each region the interval of its units; a point where the region is published */
    Optional<Interval> over(Function<Region, Interval> possible);
}
