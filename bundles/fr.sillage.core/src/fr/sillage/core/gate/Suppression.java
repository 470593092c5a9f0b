package fr.sillage.core.gate;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cells and margins are hidden: those of 1 to threshold - 1 persons, and the complements without which they
 * could be found from their lines.
 *
 * <p><b>What is safe.</b> A hidden region is safe when the published units leave at least {@code threshold} values
 * possible for it, one of them not under the threshold. More is asked for here than that: those values are found with
 * every hidden region that is filled staying filled, since who knows this procedure knows that empty ones are hidden
 * only where nothing else helps.
 *
 * <p><b>Why that protects persons.</b> What is shown beside hidden cells is made of {@link Cells#units}: rows, or
 * persons counted once in each cell.
 * <ul>
 *   <li>Units are rows: any table of rows that the published ones leave open comes about by giving rows that stand in
 *       hidden cells another hidden cell, each keeping its person. Visible cells keep rows and persons, so does every
 *       line without a hidden cell, and the total keeps its persons. The one measure in which such a change shows, the
 *       persons of a line with hidden cells, is withheld ({@link Cells#persons}). The persons of a hidden cell then
 *       have as much room as its rows: they range up to the rows, or to all persons there are, which are no fewer than
 *       the threshold.
 *   <li>Units are persons: with the persons of visible cells as they are, any numbers of persons in the hidden cells
 *       that add up to the published ones, none more than all persons, can be filled with persons so that all are
 *       reached: each cell takes different persons, first those that stand in no visible cell. So the same total of
 *       persons stands behind every table left open; the rows of hidden cells and of their lines are withheld.
 * </ul>
 *
 * <p><b>What it does not cover:</b> knowledge from outside (who knows all but one person of a region knows that one),
 * and that a category occurs at all: its label is shown. Several results taken together are {@link SeenBefore}'s.
 */
final class Suppression {
    /** Above any sum of units: a margin is hidden only where no cells will do, an empty cell only where no margin. */
    private static final long MARGIN_PRICE = 1L << 40;

    private static final long EMPTY_PRICE = 1L << 46;

    /** Beyond that many hidden regions their exact intervals would take too long: coarser ones cost only digits. */
    private static final int MOST_EXACT = 1_000;

    private final Cells cells;
    private final int threshold;
    private final Surroundings surroundings;
    private final JobControl job;
    private final Network network;

    /** By rows and by persons where both differ: so the other way to count, asked for later, hides the same. */
    private final List<Network> networks = new ArrayList<>();

    /** Regions that were hidden before as well: they can change together with what was seen. */
    private final Network common;

    /** Hidden, but of no use as complements: what they hold follows from what was seen before. */
    private final Set<Region> idle = new HashSet<>();

    private final Map<Region, Interval> possible = new HashMap<>();
    private final boolean everything;

    Suppression(Cells cells, int threshold, Surroundings surroundings, JobControl job) {
        this.job = job;
        this.cells = cells;
        this.threshold = threshold;
        this.surroundings = surroundings;
        this.network = new Network(cells, cells.unit(), surroundings);
        this.common = new Network(cells, cells.unit(), Surroundings.NONE);
        networks.add(network);
        if (cells.repeated() > 0) {
            networks.add(new Network(cells, cells.unit() == Unit.ROW ? Unit.SUBJECT : Unit.ROW, Surroundings.NONE));
        }
        this.everything = small(cells.cell(cells.total()))
                || (surroundings.again().isPresent()
                        ? repeat(surroundings.again().get())
                        : !protect());
        if (!everything) {
            intervals();
        }
    }

    /** Hides what was hidden before; true where that was everything. */
    private boolean repeat(SeenTable before) {
        for (Network.Edge edge : network.edges()) {
            boolean hidden = before.place(cells.keys(), SeenTable.labels(cells, edge.region()))
                    .filter(before.hidden()::contains)
                    .isPresent();
            if (hidden || small(cells.cell(edge.region()))) {
                hide(edge.region());
            }
        }
        return before.everything();
    }

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

    /** Whether nothing can be shown at all. */
    boolean hidesEverything() {
        return everything;
    }

    /** A region that is not of the table is hidden too: nothing is known of what it holds. */
    boolean isHidden(Region region) {
        if (everything) {
            return true;
        }
        if (region.equals(cells.missing().region())) {
            return hidesMissing();
        }
        return !network.knows(region) || idle.contains(region) || network.isHidden(network.edge(region));
    }

    /** Whether the rows without a key are of so few persons that their number is not told. */
    boolean hidesMissing() {
        return small(cells.missing());
    }

    /** Whether rows were left out, for whichever reason, whose number is not told. */
    boolean hidesLeftOut() {
        return hidesMissing() || small(cells.excluded());
    }

    int hiddenCount() {
        return everything ? network.size() : network.hiddenRegions().size() + idle.size();
    }

    /** All that is hidden, unless everything is. */
    List<Region> hidden() {
        List<Region> hidden = new ArrayList<>(network.hiddenRegions());
        hidden.addAll(idle);
        return hidden;
    }

    /** Where a region's units lie for all that is published. It follows from published numbers alone. */
    Interval possible(Region region) {
        Interval interval = possible.get(region);
        return interval != null ? interval : Interval.of(network.units(region));
    }

    private boolean small(Cell cell) {
        return cell.persons() > 0 && cell.persons() < threshold;
    }

    /** Hides what is small, then complements until all is safe; false where that cannot be. */
    private boolean protect() {
        if (surroundings.follows()) {
            for (Network.Edge edge : network.edges()) {
                job.check();
                if (!surroundings.known(edge.region()) || small(cells.cell(edge.region()))) {
                    hide(edge.region());
                }
            }
            return !network.isHidden(network.edge(cells.total()));
        }
        for (Network.Edge edge : network.edges()) {
            job.check();
            Region region = edge.region();
            if (small(cells.cell(region)) || surroundings.mustHide(region)) {
                if (surroundings.known(region)) {
                    idle.add(region);
                } else {
                    hide(region);
                }
            }
        }
        List<Shift> shifts =
                networks.stream().map(each -> new Shift(each, this::price)).toList();
        // hiding more only ever gives a region more room, so each is looked at once; the list grows meanwhile
        List<Region> hidden = network.hiddenRegions();
        for (int i = 0; i < hidden.size(); i++) {
            for (int n = 0; n < networks.size(); n++) {
                if (!makeSafe(networks.get(n), hidden.get(i), shifts.get(n))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void hide(Region region) {
        networks.forEach(each -> each.hide(region));
        if (surroundings != Surroundings.NONE && surroundings.hiddenBefore(region)) {
            common.hide(region);
        }
    }

    private long price(Region region, long units) {
        job.check();
        if (region.equals(cells.total()) || region.isMargin() && units == 0 || surroundings.known(region)) {
            return Long.MAX_VALUE;
        }
        return units == 0 ? EMPTY_PRICE : (region.isMargin() ? MARGIN_PRICE : 1) + units;
    }

    /** How far a region can be from what it is, filled regions staying filled. */
    private record Room(long units, long down, long up) {
        Room(Network network, Shift shift, Region region, int enough) {
            this(
                    network.units(region),
                    shift.of(region, false, true).overHidden(enough),
                    shift.of(region, true, true).overHidden(enough));
        }

        long most() {
            return units + up;
        }

        long values() {
            return most() - Math.max(1, units - down) + 1;
        }

        /** By one of two kinds of changes that are not to be added up. */
        Room or(Room other) {
            return new Room(units, Math.max(down, other.down), Math.max(up, other.up));
        }

        boolean isEnough(int threshold) {
            return most() >= threshold && values() >= threshold;
        }
    }

    /** Hides the cheapest complements until the region is safe; false where none are left that help. */
    private boolean makeSafe(Network in, Region region, Shift shift) {
        long upNeeded = in == network ? surroundings.upNeeded(region) : 0;
        long downNeeded = in == network ? Math.min(surroundings.downNeeded(region), in.units(region) - 1) : 0;
        while (true) {
            job.check();
            Room room = new Room(in, shift, region, threshold);
            Room any = in == network && !room.isEnough(threshold) && common.isHidden(common.edge(region))
                    ? room.or(new Room(common, Shift.overHiddenOnly(common), region, threshold))
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
            circle.regions().forEach(this::hide);
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

    private void intervals() {
        List<Region> hidden = network.hiddenRegions();
        if (hidden.size() > MOST_EXACT) {
            new CoarseIntervals(cells, network).put(possible);
            return;
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
    }
}
