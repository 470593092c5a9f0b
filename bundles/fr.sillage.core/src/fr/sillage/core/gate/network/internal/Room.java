package fr.sillage.core.gate.network.internal;

import fr.sillage.api.query.Region;

/** How far a region can be from what it is, filled regions staying filled. */
public record Room(long units, long down, long up) {
    public Room(Network network, Shift shift, Region region, int enough) {
        this(
                network.units(region),
                shift.of(region, false, true).overHidden(enough),
                shift.of(region, true, true).overHidden(enough));
    }

    public long most() {
        return units + up;
    }

    public long values() {
        return most() - Math.max(1, units - down) + 1;
    }

    /** By one of two kinds of changes that are not to be added up. */
    public Room or(Room other) {
        return new Room(units, Math.max(down, other.down), Math.max(up, other.up));
    }

    public boolean isEnough(int threshold) {
        return most() >= threshold && values() >= threshold;
    }
}
