package fr.sillage.core.gate.network.internal;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import java.util.HashMap;
import java.util.Map;

/** What each published line leaves for its hidden cells together: wider than what is possible, but quickly known. */
final class CoarseIntervals {
    private final Network network;
    private final Map<Region, Long> rests = new HashMap<>();
    private final long total;

    CoarseIntervals(Cells cells, Network network) {
        this.network = network;
        this.total = network.units(cells.total());
        for (Region region : network.hiddenRegions()) {
            if (!region.isMargin()) {
                for (int key = 0; key < region.codes().size(); key++) {
                    rests.merge(line(region, key), network.units(region), Long::sum);
                }
            }
        }
    }

    /** The margin that holds a cell, spanning every key but one. */
    private static Region line(Region cell, int key) {
        return cell.codes().size() == 1
                ? Region.of(Region.ALL)
                : key == 0
                        ? Region.of(cell.codes().get(0), Region.ALL)
                        : Region.of(Region.ALL, cell.codes().get(1));
    }

    void put(Map<Region, Interval> possible) {
        for (Region region : network.hiddenRegions()) {
            long most = total;
            for (int key = 0; key < region.codes().size() && !region.isMargin(); key++) {
                Region line = line(region, key);
                if (!network.isHidden(network.edge(line))) {
                    most = Math.min(most, rests.get(line));
                }
            }
            possible.put(region, new Interval(0, most));
        }
    }
}
