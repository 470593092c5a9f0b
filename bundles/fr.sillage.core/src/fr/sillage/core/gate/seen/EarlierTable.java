package fr.sillage.core.gate.seen;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.network.internal.Network;
import fr.sillage.core.gate.network.internal.Room;
import fr.sillage.core.gate.network.internal.Shift;
import java.util.List;

/** Whether a table that was shown before keeps its secrets beside another one. */
final class EarlierTable {
    private EarlierTable() {}

    /**
     * Whether hidden regions of a table are safe beside another one of some of the same rows: the rows that only it
     * counts can change, and those that both count where both hide.
     *
     * @param surroundings leave those that both count as they are
     * @param both the rows that both count, as a table of the same labels
     * @param shared regions that both hide
     */
    static boolean keeps(
            Cells cells,
            int threshold,
            List<Region> hidden,
            Surroundings surroundings,
            Surroundings both,
            List<Region> shared,
            JobControl job) {
        Network own = open(cells, surroundings, hidden);
        Network common = open(cells, both, shared);
        Shift ownShift = Shift.overHiddenOnly(own);
        Shift commonShift = Shift.overHiddenOnly(common);
        return own.hiddenRegions().stream().allMatch(region -> {
            job.check();
            Room room = new Room(own, ownShift, region, threshold);
            if (room.up() < surroundings.upNeeded(region)
                    || room.down() < Math.min(surroundings.downNeeded(region), room.units() - 1)) {
                return false;
            }
            if (room.isEnough(threshold)) {
                return true;
            }
            if (!shared.contains(region)) {
                return false;
            }
            Room more = new Room(common, commonShift, region, threshold);
            return new Room(room.units(), room.down() + more.down(), room.up() + more.up()).isEnough(threshold);
        });
    }

    private static Network open(Cells cells, Surroundings surroundings, List<Region> hidden) {
        Network network = new Network(cells, cells.unit(), surroundings);
        hidden.stream().filter(network::knows).forEach(network::hide);
        return network;
    }
}
