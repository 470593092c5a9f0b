package fr.sillage.core.gate.suppression;

import fr.sillage.api.JobControl;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.network.internal.HiddenNetworks;
import fr.sillage.core.gate.network.internal.Network;
import fr.sillage.core.gate.network.internal.PossibleUnits;
import java.util.ArrayList;
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
 * and that a category occurs at all: its label is shown. Several results taken together are {@code SeenBefore}'s.
 */
final class Suppression {
    private final Cells cells;
    private final int threshold;
    private final Surroundings surroundings;
    private final JobControl job;
    private final HiddenNetworks networks;
    private final Network network;

    /** Hidden, but of no use as complements: what they hold follows from what was seen before. */
    private final Set<Region> idle = new HashSet<>();

    private final Map<Region, Interval> possible;
    private final boolean everything;

    Suppression(Cells cells, int threshold, Surroundings surroundings, JobControl job) {
        this.job = job;
        this.cells = cells;
        this.threshold = threshold;
        this.surroundings = surroundings;
        this.networks = new HiddenNetworks(cells, surroundings);
        this.network = networks.own();
        this.everything = small(cells.cell(cells.total()))
                || (surroundings.again().isPresent()
                        ? repeat(surroundings.again().get())
                        : !protect());
        this.possible = everything ? Map.of() : PossibleUnits.of(cells, network, job);
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
        return new Complements(cells, threshold, surroundings, networks, job).areEnough();
    }

    private void hide(Region region) {
        networks.hide(region);
    }
}
