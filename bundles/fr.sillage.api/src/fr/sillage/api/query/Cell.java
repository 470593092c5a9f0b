package fr.sillage.api.query;

import java.util.Objects;

/**
 * Counts of one region.
 *
 * @param region which
 * @param rows rows in it
 * @param persons distinct persons in it; equal to the rows where no column names the person
 */
public record Cell(Region region, long rows, long persons) {
    public Cell {
        Objects.requireNonNull(region);
        if (persons > rows || persons < 0 || persons == 0 && rows > 0) {
            throw new IllegalArgumentException("rows " + rows + ", persons " + persons);
        }
    }
}
