package fr.sillage.core.gate.known;

import fr.sillage.api.query.Region;
import java.util.Optional;
import java.util.Set;

/**
 * What the reader of a new table knows already, from results seen before. Bounds are what the counts of a region can be
 * changed to while all that was seen before stays as it is.
 */
public interface Surroundings {
    /** Nothing was seen before. */
    Surroundings NONE = new Surroundings() {};

    /** Whether the table as a whole tells of too few persons beside what was seen before. */
    default boolean refuses() {
        return false;
    }

    /** Whether the columns of the table were seen with other categories: what refuses it then is most likely these. */
    default boolean byCategories() {
        return false;
    }

    /**
     * Whether all that is hidden, here and before, keeps its secret when both are seen.
     *
     * @param hidden what is hidden in the table
     * @return what should be hidden as well, nothing where all is safe; empty where hiding more is of no use
     */
    default Optional<Set<Region>> alsoToHide(Set<Region> hidden) {
        return Optional.of(Set.of());
    }

    /** Regions of the table that were hidden when rows of it were shown. */
    default Set<Region> hiddenElsewhere() {
        return Set.of();
    }

    /** The same surroundings where these regions are to be hidden in any case. */
    default Surroundings hiding(Set<Region> regions) {
        return regions.isEmpty()
                ? this
                : new SurroundingsWithMore(this) {
                    @Override
                    public boolean mustHide(Region region) {
                        return regions.contains(region) || super.mustHide(region);
                    }
                };
    }

    /** What is hidden where the very same table was seen before: then the same is shown again. */
    default Optional<SeenTable> again() {
        return Optional.empty();
    }

    /** Whether the region, if it were shown, told of too few persons beside what was seen before. */
    default boolean mustHide(Region region) {
        return false;
    }

    /** Whether all of the table follows from what was seen before: then what is {@link #known} is shown, and no more. */
    default boolean follows() {
        return false;
    }

    /** Whether what the region holds follows from what was seen before, hidden or not. */
    default boolean known(Region region) {
        return false;
    }

    /** Whether all tables of some of the same rows with the same keys hide the region. */
    default boolean hiddenBefore(Region region) {
        return false;
    }

    default long least(Region region) {
        return 0;
    }

    default long most(Region region) {
        return Long.MAX_VALUE / 2;
    }

    /** By how many units less the region has to be possible, for what was seen before to keep its secret. */
    default long downNeeded(Region region) {
        return 0;
    }

    /** By how many units more. */
    default long upNeeded(Region region) {
        return 0;
    }
}
