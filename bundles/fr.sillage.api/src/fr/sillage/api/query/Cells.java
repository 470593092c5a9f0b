package fr.sillage.api.query;

import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The answer to {@link Query.Aggregate}: the cells that are not empty, all margins and the total.
 *
 * <p>Where rows repeat persons, distinct persons do not add up over the cells of a line. What adds up, and stays
 * published beside hidden cells, is {@link #units}: rows, or persons counted once in each cell.
 */
public final class Cells {
    private final List<Key> keys;
    private final List<Measure> measures;
    private final List<Link> links;
    private final Unit unit;
    private final List<List<String>> labels;
    private final Map<Region, Cell> cells;
    private final boolean subjectKnown;
    private final Cell missing;
    private final Cell excluded;

    /** Of one slot. */
    public Cells(
            List<? extends Key> keys,
            Unit unit,
            List<List<String>> labels,
            List<Cell> cells,
            boolean subjectKnown,
            Cell missing,
            Cell excluded) {
        this(keys, List.of(), List.of(), unit, labels, cells, subjectKnown, missing, excluded);
    }

    /**
     * @param measures what the cells' amounts are
     * @param links over which the slots are joined; none where there is one
     * @param labels for each key the categories that occur, in their order; a code is a position in it
     * @param cells cells that are not empty, every margin, the total
     * @param subjectKnown whether a column names the person; otherwise each row counts as one
     * @param missing rows and persons left out because a key is missing; its region has the codes {@link Region#MISSING}
     * @param excluded rows and persons left out by the filter; its region has the codes {@link Region#EXCLUDED}
     */
    public Cells(
            List<? extends Key> keys,
            List<Measure> measures,
            List<Link> links,
            Unit unit,
            List<List<String>> labels,
            List<Cell> cells,
            boolean subjectKnown,
            Cell missing,
            Cell excluded) {
        this.keys = List.copyOf(keys);
        this.measures = List.copyOf(measures);
        this.links = List.copyOf(links);
        this.unit = Objects.requireNonNull(unit);
        this.labels = labels.stream().map(List::copyOf).toList();
        Map<Region, Cell> byRegion = HashMap.newHashMap(cells.size());
        cells.forEach(cell -> byRegion.put(cell.region(), cell));
        this.cells = Collections.unmodifiableMap(byRegion);
        this.subjectKnown = subjectKnown;
        this.missing = Objects.requireNonNull(missing);
        this.excluded = Objects.requireNonNull(excluded);
    }

    public List<Key> keys() {
        return keys;
    }

    /** What the cells' amounts are, in their order. */
    public List<Measure> measures() {
        return measures;
    }

    /** Over which the slots are joined; none where there is one. */
    public List<Link> links() {
        return links;
    }

    /** Whether a row may be in several cells, so that cells do not add up to their margins. */
    public boolean overlap() {
        return keys.stream().anyMatch(Key.Choices.class::isInstance);
    }

    public Unit unit() {
        return unit;
    }

    public List<String> labels(int key) {
        return labels.get(key);
    }

    public boolean subjectKnown() {
        return subjectKnown;
    }

    public Cell missing() {
        return missing;
    }

    public Cell excluded() {
        return excluded;
    }

    /** The region's counts; zeros where nothing is in it. */
    public Cell cell(Region region) {
        Cell found = cells.get(region);
        return found != null
                ? found
                : new Cell(region, 0, 0, Collections.nCopies(measures.size(), new Amount(Double.NaN, 0, 0, 0, 0)));
    }

    /** Every cell and margin that is not empty, and the total, in no order. */
    public Collection<Cell> filled() {
        return cells.values();
    }

    /** The region that spans every key. */
    public Region total() {
        return new Region(Collections.nCopies(keys.size(), Region.ALL));
    }

    /** The cells of a region, empty ones too; a cell's own is itself. */
    public List<Region> cellsOf(Region region) {
        List<Region> found = List.of(region);
        for (int key = 0; key < keys.size(); key++) {
            int at = key;
            found = found.stream()
                    .flatMap(r -> r.codes().get(at) != Region.ALL
                            ? java.util.stream.Stream.of(r)
                            : java.util.stream.IntStream.range(0, labels.get(at).size())
                                    .mapToObj(code -> r.with(at, code)))
                    .toList();
        }
        return found;
    }

    /** What adds up: rows, or persons counted once in each of the region's cells. */
    public long units(Region region) {
        return units(region, unit);
    }

    /** The same of a given unit. */
    public long units(Region region, Unit counted) {
        if (counted == Unit.ROW) {
            return cell(region).rows();
        }
        return region.isMargin()
                ? cellsOf(region).stream().mapToLong(r -> cell(r).persons()).sum()
                : cell(region).persons();
    }

    /** Rows that are of a person already counted. */
    public long repeated() {
        return cell(total()).rows() - cell(total()).persons();
    }

    /** Rows of a region as a quantity. */
    public Quantity rows(Region region) {
        return new Quantity(cell(region).rows(), follows(region, unit == Unit.ROW), Scale.COUNT, Bounds.NONE);
    }

    /** Distinct persons of a region as a quantity. */
    public Quantity persons(Region region) {
        return new Quantity(cell(region).persons(), follows(region, false), Scale.COUNT, Bounds.NONE);
    }

    /**
     * A margin of what does not add up narrows down each hidden cell of its line, so it follows from all of them;
     * without repeated persons both measures are one.
     */
    private Set<Region> follows(Region region, boolean addsUp) {
        if (addsUp || !region.isMargin() || repeated() == 0 || region.equals(total())) {
            return Set.of(region);
        }
        Set<Region> all = new HashSet<>(cellsOf(region));
        all.add(region);
        return all;
    }
}
