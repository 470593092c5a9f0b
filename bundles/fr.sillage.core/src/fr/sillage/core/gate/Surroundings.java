package fr.sillage.core.gate;

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

    /**
     * Whether what was hidden before keeps its secret beside the table.
     *
     * @param hidden what is hidden in it
     */
    default boolean accepts(Set<Region> hidden) {
        return true;
    }

    /** The same, but with all hidden that was hidden before: where {@link #accepts} says no. */
    default Surroundings stricter() {
        return this;
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
