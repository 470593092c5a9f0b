package fr.sillage.core.gate.network.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.known.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the units of hidden regions lie for all that is published. */
public final class PossibleUnits {
    /** Beyond that many hidden regions their exact intervals would take too long: coarser ones cost only digits. */
    private static final int MOST_EXACT = 1_000;

    private PossibleUnits() {}

    public static Map<Region, Interval> of(Cells cells, Network network, JobControl job) {
        Map<Region, Interval> possible = new HashMap<>();
        List<Region> hidden = network.hiddenRegions();
        if (hidden.size() > MOST_EXACT) {
            new CoarseIntervals(cells, network).put(possible);
            return possible;
        }
        // without bounds: these follow from what only earlier results show, to some of the readers
        Network plain = new Network(cells, cells.unit(), Surroundings.NONE);
        hidden.forEach(plain::hide);
        long total = network.units(cells.total());
        Shift shift = Shift.overHiddenOnly(plain);
        for (Region region : hidden) {
            job.check();
            long units = network.units(region);
            possible.put(
                    region,
                    new Interval(
                            units - shift.of(region, false, false).overHidden(total),
                            units + shift.of(region, true, false).overHidden(total)));
        }
        return possible;
    }
}
