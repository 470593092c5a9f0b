package fr.sillage.core.gate;

import fr.sillage.api.analysis.Interval;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cells and margins are hidden: those of 1 to threshold - 1 persons, and the complements without which they
 * could be found from their line.
 *
 * <p>A hidden region is safe when the published units leave at least {@code threshold} values possible for it, one of
 * them not under the threshold; 0 is not counted as possible, since who knows this procedure knows that hidden cells
 * are filled wherever that can be helped.
 *
 * <p>Why that protects persons where rows repeat them: give the rows in hidden cells other cells along a circle, each
 * keeping its person. Every table of units that the published ones leave open is reached so, with the same total of
 * persons, the same visible cells, and the same persons in each line without a hidden cell. The persons of lines with
 * hidden cells, the one measure that such a change would show in, are withheld ({@link Cells#persons}). What this does
 * not cover: knowledge from outside, and several results taken together.
 */
final class Suppression {
    private static final long MARGIN_COST = 1L << 40;
    private static final long EMPTY_COST = 1L << 46;

    /** Beyond that many hidden regions their exact intervals would take too long: coarser ones cost only digits. */
    private static final int MOST_EXACT = 1_000;

    private final Cells cells;
    private final int threshold;
    private final Network network;
    private final Set<Region> hidden = new HashSet<>();
    private final Map<Region, Interval> possible = new HashMap<>();
    private final boolean everything;

    Suppression(Cells cells, int threshold) {
        this.cells = cells;
        this.threshold = threshold;
        this.network = new Network(cells);
        everything = small(cells.cell(cells.total())) || !protect();
        if (!everything) {
            hidden.addAll(network.hiddenRegions());
            boolean exact = hidden.size() <= MOST_EXACT;
            hidden.forEach(region -> possible.put(region, exact ? exact(region) : coarse(region)));
        }
    }

    /** Whether nothing can be shown at all. */
    boolean hidesEverything() {
        return everything;
    }

    boolean isHidden(Region region) {
        return everything || hidden.contains(region) || region.equals(cells.missing().region()) && small(cells.missing());
    }

    int hiddenCount() {
        return hidden.size();
    }

    /** Where a region's units lie for all that is published. */
    Interval possible(Region region) {
        Interval interval = possible.get(region);
        return interval != null ? interval : Interval.of(cells.units(region));
    }

    private boolean small(Cell cell) {
        return cell.persons() > 0 && cell.persons() < threshold;
    }

    private List<Region> regions() {
        List<Region> all = new ArrayList<>(cells.cellsOf(cells.total()));
        if (cells.keys().size() == 2) {
            for (int i = 0; i < cells.labels(0).size(); i++) {
                all.add(Region.of(i, Region.ALL));
            }
            for (int j = 0; j < cells.labels(1).size(); j++) {
                all.add(Region.of(Region.ALL, j));
            }
        }
        return all;
    }

    /** Hides what is small, then complements until all is safe; false where that cannot be. */
    private boolean protect() {
        for (Region region : regions()) {
            if (small(cells.cell(region))) {
                network.hide(region);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Region region : network.hiddenRegions()) {
                while (!safe(region)) {
                    if (!complement(region)) {
                        return false;
                    }
                    changed = true;
                }
            }
        }
        return true;
    }

    private boolean safe(Region region) {
        long units = network.units(region);
        long enough = 2L * threshold;
        long most = units + network.slack(region, true, enough);
        if (most - Math.max(units, 1) + 1 >= threshold && most >= threshold) {
            return true;
        }
        long least = units - network.slack(region, false, enough);
        return most >= threshold && most - Math.max(least, 1) + 1 >= threshold;
    }

    /** Hides the cheapest circle that gives the region room; false where there is none left to hide. */
    private boolean complement(Region region) {
        long wanted = network.units(region) == 0 ? threshold : Math.max(1, threshold - 1);
        for (long amount = wanted; amount > 0; amount--) {
            Network.Circle more = network.cheapest(region, true, amount, this::cost);
            Network.Circle less = network.units(region) > amount ? network.cheapest(region, false, amount, this::cost)
                    : new Network.Circle(List.of(), Long.MAX_VALUE);
            Network.Circle chosen = less.cost() < more.cost() ? less : more;
            if (chosen.cost() > 0 && chosen.cost() < Long.MAX_VALUE) {
                chosen.regions().forEach(network::hide);
                return true;
            }
        }
        return false;
    }

    private long cost(Region region, long units) {
        if (region.equals(cells.total())) {
            return Long.MAX_VALUE;
        }
        return units == 0 ? EMPTY_COST : (region.isMargin() ? MARGIN_COST : 1) + units;
    }

    private Interval exact(Region region) {
        long units = network.units(region);
        long all = cells.units(cells.total());
        return new Interval(units - network.slack(region, false, all),
                Math.min(all, units + network.slack(region, true, all)));
    }

    /** What a visible line leaves for its hidden cells; for a hidden margin anything. */
    private Interval coarse(Region region) {
        long most = cells.units(cells.total());
        if (!region.isMargin() && cells.keys().size() == 2) {
            most = Math.min(rest(Region.of(region.codes().get(0), Region.ALL), most),
                    rest(Region.of(Region.ALL, region.codes().get(1)), most));
        }
        return new Interval(0, most);
    }

    private long rest(Region line, long otherwise) {
        if (hidden.contains(line)) {
            return otherwise;
        }
        return cells.cellsOf(line).stream().filter(hidden::contains).mapToLong(cells::units).sum();
    }
}
