package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;

/**
 * Counts of one region.
 *
 * @param region which
 * @param rows rows in it
 * @param persons distinct persons in it; equal to the rows where no column names the person
 * @param amounts one for each measure of the query
 */
public record Cell(Region region, long rows, long persons, List<Amount> amounts) {
    public Cell {
        Objects.requireNonNull(region);
        amounts = List.copyOf(amounts);
        if (persons > rows || persons < 0 || persons == 0 && rows > 0) {
            throw new IllegalArgumentException("rows " + rows + ", persons " + persons);
        }
    }

    /** Without measures. */
    public Cell(Region region, long rows, long persons) {
        this(region, rows, persons, List.of());
    }
}
