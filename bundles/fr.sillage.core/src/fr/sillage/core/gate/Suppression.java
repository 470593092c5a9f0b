package fr.sillage.core.gate;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * several results taken together, and that a category occurs at all: its label is shown.
 */
final class Suppression {
    /** Above any sum of units: a margin is hidden only where no cells will do, an empty cell only where no margin. */
    private static final long MARGIN_PRICE = 1L << 40;

    private static final long EMPTY_PRICE = 1L << 46;

    /** Beyond that many hidden regions their exact intervals would take too long: coarser ones cost only digits. */
    private static final int MOST_EXACT = 1_000;

    private final Cells cells;
    private final int threshold;
    private final Network network;
    private final Map<Region, Interval> possible = new HashMap<>();
    private final boolean everything;

    Suppression(Cells cells, int threshold) {
        this.cells = cells;
        this.threshold = threshold;
        this.network = new Network(cells);
        this.everything = small(cells.cell(cells.total())) || !protect();
        if (!everything) {
            intervals();
        }
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
        return !network.knows(region) || network.isHidden(network.edge(region));
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
        return everything ? network.size() : network.hiddenRegions().size();
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
        network.edges().stream()
                .map(Network.Edge::region)
                .filter(region -> small(cells.cell(region)))
                .forEach(network::hide);
        Shift shift = new Shift(network, this::price);
        // hiding more only ever gives a region more room, so each is looked at once; the list grows meanwhile
        List<Region> hidden = network.hiddenRegions();
        for (int i = 0; i < hidden.size(); i++) {
            if (!makeSafe(hidden.get(i), shift)) {
                return false;
            }
        }
        return true;
    }

    private long price(Region region, long units) {
        if (region.equals(cells.total()) || region.isMargin() && units == 0) {
            return Long.MAX_VALUE;
        }
        return units == 0 ? EMPTY_PRICE : (region.isMargin() ? MARGIN_PRICE : 1) + units;
    }

    /** Hides the cheapest complements until the region is safe; false where none are left that help. */
    private boolean makeSafe(Region region, Shift shift) {
        long units = network.units(region);
        while (true) {
            long up = shift.of(region, true, true).overHidden(threshold);
            long most = units + up;
            if (most >= threshold && most - Math.max(1, units) + 1 >= threshold) {
                return true;
            }
            long down = shift.of(region, false, true).overHidden(threshold);
            long values = most - Math.max(1, units - down) + 1;
            if (most >= threshold && values >= threshold) {
                return true;
            }
            Shift.Circle circle = cheapest(region, shift, threshold - values, threshold - most);
            if (circle.regions().isEmpty()) {
                return false;
            }
            circle.regions().forEach(network::hide);
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
        long total = network.units(cells.total());
        Shift shift = new Shift(network, this::price);
        for (Region region : hidden) {
            long units = network.units(region);
            possible.put(
                    region,
                    new Interval(
                            units - shift.of(region, false, false).overHidden(total),
                            units + shift.of(region, true, false).overHidden(total)));
        }
    }
}
