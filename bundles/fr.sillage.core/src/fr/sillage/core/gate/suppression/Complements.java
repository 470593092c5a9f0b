package fr.sillage.core.gate.suppression;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.network.internal.HiddenNetworks;
import fr.sillage.core.gate.network.internal.HidingPrice;
import fr.sillage.core.gate.network.internal.Network;
import fr.sillage.core.gate.network.internal.Room;
import fr.sillage.core.gate.network.internal.Shift;
import java.util.List;

/** Hides what has to be hidden with what is hidden already, so that none of it can be found from its lines. */
final class Complements {
    private final Cells cells;
    private final int threshold;
    private final Surroundings surroundings;
    private final HiddenNetworks networks;
    private final Network own;
    private final JobControl job;

    Complements(Cells cells, int threshold, Surroundings surroundings, HiddenNetworks networks, JobControl job) {
        this.cells = cells;
        this.threshold = threshold;
        this.surroundings = surroundings;
        this.networks = networks;
        this.own = networks.own();
        this.job = job;
    }

    /** Hides until all is safe; false where that cannot be. */
    boolean areEnough() {
        List<Shift> shifts = networks.all().stream()
                .map(each -> new Shift(each, this::price))
                .toList();
        // hiding more only ever gives a region more room, so each is looked at once; the list grows meanwhile
        List<Region> hidden = own.hiddenRegions();
        for (int i = 0; i < hidden.size(); i++) {
            for (int n = 0; n < shifts.size(); n++) {
                if (!makeSafe(networks.all().get(n), hidden.get(i), shifts.get(n))) {
                    return false;
                }
            }
        }
        return true;
    }

    private long price(Region region, long units) {
        job.check();
        if (region.equals(cells.total()) || region.isMargin() && units == 0 || surroundings.known(region)) {
            return Long.MAX_VALUE;
        }
        return HidingPrice.of(units, region.isMargin());
    }

    /** Hides the cheapest complements until the region is safe; false where none are left that help. */
    private boolean makeSafe(Network in, Region region, Shift shift) {
        long upNeeded = in == own ? surroundings.upNeeded(region) : 0;
        long downNeeded = in == own ? Math.min(surroundings.downNeeded(region), in.units(region) - 1) : 0;
        while (true) {
            job.check();
            Room room = new Room(in, shift, region, threshold);
            Room any = in == own
                            && !room.isEnough(threshold)
                            && networks.common().isHidden(networks.common().edge(region))
                    ? room.or(new Room(networks.common(), Shift.overHiddenOnly(networks.common()), region, threshold))
                    : room;
            Shift.Circle circle;
            if (!any.isEnough(threshold)) {
                circle = cheapest(region, shift, threshold - room.values(), threshold - room.most());
            } else if (room.up() < upNeeded) {
                circle = cheapest(region, shift, true, upNeeded - room.up());
            } else if (room.down() < downNeeded) {
                circle = cheapest(region, shift, false, downNeeded - room.down());
            } else {
                return true;
            }
            if (circle.regions().isEmpty()) {
                return false;
            }
            circle.regions().forEach(networks::hide);
        }
    }

    /**
     * @param values how many more values the region needs
     * @param above by how much its greatest one falls short of the threshold; 0 or less where it does not
     */
    private Shift.Circle cheapest(Region region, Shift shift, long values, long above) {
        Shift.Circle more = cheapest(region, shift, true, Math.max(values, above));
        return above > 0 ? more : cheaper(more, cheapest(region, shift, false, values));
    }

    private static Shift.Circle cheaper(Shift.Circle one, Shift.Circle other) {
        return other.cost() < one.cost() ? other : one;
    }

    /** By as much as wanted, or as is possible. */
    private Shift.Circle cheapest(Region region, Shift shift, boolean more, long wanted) {
        shift.of(region, more, true);
        long moved = shift.overHidden(threshold);
        Shift.Circle circle = Shift.Circle.IMPOSSIBLE;
        for (long amount = Math.min(wanted, shift.limit() - moved);
                amount > 0 && circle.regions().isEmpty();
                amount--) {
            job.check();
            circle = shift.cheapest(amount);
        }
        return circle;
    }
}
