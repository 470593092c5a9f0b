package fr.sillage.core.gate;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the populations of a new table and of those seen before have in common, region by region. Populations divide the
 * rows into parts, each with its pattern of populations; the new population is the last.
 */
final class Knowledge implements Surroundings {
    private final Cells evidence;
    private final List<SeenTable> tables;
    private final List<Filter> populations;
    private final Cells parts;
    private final Cells whole;
    private final int threshold;
    private final int own;
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final Map<Set<Integer>, Told> told = new HashMap<>();
    /** By the labels of a region, which is looked at again for each complement. */
    private final Map<List<String>, Told> toldOf = new HashMap<>();

    private final List<BitSet> groups;
    private Predicate<Set<Region>> check = hidden -> true;

    /**
     * What can be told where some populations are shown.
     *
     * @param known whether the new one follows from the others
     * @param unions unions of parts that only the new one lets be told
     */
    private record Told(Span before, Span after, boolean known, Set<BitSet> unions) {}

    /** @param parts by the table's keys and pattern, whole by pattern alone */
    Knowledge(
            Cells evidence, List<SeenTable> tables, List<Filter> populations, Cells parts, Cells whole, int threshold) {
        this.evidence = evidence;
        this.tables = tables;
        this.populations = populations;
        this.parts = parts;
        this.whole = whole;
        this.threshold = threshold;
        this.own = populations.size() - 1;
        for (int key = 0; key < parts.keys().size() - 1; key++) {
            Map<String, Integer> byLabel = new HashMap<>();
            parts.labels(key).forEach(label -> byLabel.put(label, byLabel.size()));
            codes.add(byLabel);
        }
        this.groups = new ArrayList<>();
        for (int population = 0; population < populations.size(); population++) {
            BitSet group = new BitSet();
            for (int part = 0; part < patterns().size(); part++) {
                group.set(part, patterns().get(part).charAt(population) == '1');
            }
            groups.add(group);
        }
    }

    private List<String> patterns() {
        return whole.labels(0);
    }

    /** Rows and persons of a part in a region; a part is numbered by its pattern. */
    private Cell part(List<String> labels, int part) {
        boolean total = labels.stream().allMatch(SeenTable.ALL::equals);
        if (total) {
            return whole.cell(Region.of(part));
        }
        int pattern = parts.labels(parts.keys().size() - 1).indexOf(patterns().get(part));
        int[] region = new int[parts.keys().size()];
        for (int key = 0; key < labels.size(); key++) {
            String label = labels.get(key);
            Integer code = label.equals(SeenTable.ALL)
                    ? Integer.valueOf(Region.ALL)
                    : codes.get(key).get(label.substring(1));
            if (code == null || pattern < 0) {
                return new Cell(Region.of(part), 0, 0);
            }
            region[key] = code;
        }
        region[labels.size()] = pattern;
        return parts.cell(Region.of(region));
    }

    @Override
    public boolean refuses() {
        return mustHide(evidence.total()) || tooClose();
    }

    /** Whether the new population differs from another by the rows of too few persons. */
    private boolean tooClose() {
        List<String> total = SeenTable.labels(evidence, evidence.total());
        for (int other = 0; other < own; other++) {
            if (shown(other, total).isPresent()
                    && (small(difference(own, other), total) || small(difference(other, own), total))) {
                return true;
            }
        }
        return false;
    }

    private BitSet difference(int one, int other) {
        BitSet difference = (BitSet) groups.get(one).clone();
        difference.andNot(groups.get(other));
        return difference;
    }

    boolean overlaps(int population) {
        return groups.get(population).intersects(groups.get(own));
    }

    /** The same, with a check of what the gate has chosen. */
    Surroundings checking(Predicate<Set<Region>> check) {
        this.check = check;
        return this;
    }

    @Override
    public Optional<Set<Region>> alsoToHide(Set<Region> hidden) {
        if (follows() || check.test(hidden)) {
            return Optional.of(Set.of());
        }
        Set<Region> more = hiddenElsewhere();
        more.removeAll(hidden);
        return more.isEmpty() ? Optional.empty() : Optional.of(more);
    }

    @Override
    public Set<Region> hiddenElsewhere() {
        Set<Region> all = new HashSet<>();
        for (Region region : SeenBefore.regions(evidence).values()) {
            List<String> labels = SeenTable.labels(evidence, region);
            if (alike().stream().anyMatch(table -> !table.everything() && hides(table, labels))) {
                all.add(region);
            }
        }
        return all;
    }

    private List<SeenTable> alike() {
        return tables.stream()
                .filter(table -> table.sameKeys(evidence.keys()) && overlaps(populations.indexOf(table.population())))
                .toList();
    }

    private boolean hides(SeenTable table, List<String> labels) {
        return table.everything()
                || table.place(evidence.keys(), labels)
                        .filter(table.hidden()::contains)
                        .isPresent();
    }

    @Override
    public boolean hiddenBefore(Region region) {
        List<String> labels = SeenTable.labels(evidence, region);
        return alike().stream().allMatch(table -> hides(table, labels));
    }

    @Override
    public boolean mustHide(Region region) {
        List<String> labels = SeenTable.labels(evidence, region);
        Told here = told(labels);
        return here.unions().stream().anyMatch(union -> small(union, labels)) || opens(here, labels);
    }

    /** Whether a region that was hidden could be told then. */
    private boolean opens(Told here, List<String> labels) {
        return tables.stream()
                .filter(table -> table.place(evidence.keys(), labels)
                        .filter(place -> !table.everything() && table.hidden().contains(place))
                        .isPresent())
                .map(table -> groups.get(populations.indexOf(table.population())))
                .anyMatch(group -> here.after().tells(group) && !here.before().tells(group) && rows(group, labels) > 0);
    }

    @Override
    public boolean follows() {
        List<BitSet> seen = tables.stream()
                .filter(table -> table.sameKeys(evidence.keys()) && !table.everything())
                .map(table -> groups.get(populations.indexOf(table.population())))
                .toList();
        return new Span(seen, patterns().size()).tells(groups.get(own));
    }

    @Override
    public boolean known(Region region) {
        return told(SeenTable.labels(evidence, region)).known();
    }

    private Told told(List<String> labels) {
        return toldOf.computeIfAbsent(labels, this::look);
    }

    private Told look(List<String> labels) {
        Set<Integer> visible = new HashSet<>();
        for (int population = 0; population < populations.size(); population++) {
            if (shown(population, labels).isPresent()) {
                visible.add(population);
            }
        }
        return told.computeIfAbsent(visible, this::told);
    }

    /** A seen table over the population that shows the region. */
    private Optional<SeenTable> shown(int population, List<String> labels) {
        return tables.stream()
                .filter(table -> table.population().equals(populations.get(population)))
                .filter(table -> table.place(evidence.keys(), labels)
                        .filter(table::shows)
                        .isPresent())
                .findFirst();
    }

    private Told told(Set<Integer> visible) {
        List<BitSet> seen = visible.stream().sorted().map(groups::get).toList();
        Span before = new Span(seen, patterns().size());
        List<BitSet> all = new ArrayList<>(seen);
        all.add(groups.get(own));
        Span after = new Span(all, patterns().size());
        Set<BitSet> unions = after.unions();
        unions.removeIf(before::tells);
        return new Told(before, after, before.tells(groups.get(own)), unions);
    }

    private long rows(BitSet union, List<String> labels) {
        return union.stream().mapToLong(part -> part(labels, part).rows()).sum();
    }

    /** Whether rows of a region are of 1 to threshold - 1 persons; where persons repeat, whether they may be. */
    private boolean small(BitSet union, List<String> labels) {
        long rows = 0;
        long persons = 0;
        long most = 0;
        for (int part = union.nextSetBit(0); part >= 0; part = union.nextSetBit(part + 1)) {
            Cell cell = part(labels, part);
            rows += cell.rows();
            persons += cell.persons();
            most = Math.max(most, cell.persons());
        }
        boolean repeated = rows > persons || evidence.repeated() > 0;
        return rows > 0 && (repeated ? most : persons) < threshold;
    }

    @Override
    public long least(Region region) {
        return bounds(SeenTable.labels(evidence, region), own, evidence.unit(), units(region))
                .least();
    }

    @Override
    public long most(Region region) {
        return bounds(SeenTable.labels(evidence, region), own, evidence.unit(), units(region))
                .most();
    }

    private long units(Region region) {
        return evidence.units(region);
    }

    private record Limits(long least, long most) {}

    /** What a population's count in a cell can become while the counts of the others with these keys stay. */
    private Limits bounds(List<String> labels, int of, Unit unit, long units) {
        long least = 0;
        long most = Surroundings.NONE.most(evidence.total());
        if (labels.contains(SeenTable.ALL)) {
            return new Limits(least, most);
        }
        for (int other = 0; other < populations.size(); other++) {
            boolean counts = other == own || hasPlace(other, labels);
            if (other != of && counts && !groups.get(other).equals(groups.get(of))) {
                if (difference(of, other).isEmpty()) {
                    most = Math.min(most, Math.max(units, atLeast(groups.get(other), labels, unit)));
                } else {
                    BitSet both = (BitSet) groups.get(of).clone();
                    both.and(groups.get(other));
                    least = Math.max(least, Math.min(units, count(both, labels, unit)));
                }
            }
        }
        return new Limits(least, most);
    }

    private boolean hasPlace(int population, List<String> labels) {
        return tables.stream()
                .filter(table -> table.population().equals(populations.get(population)))
                .anyMatch(table -> table.place(evidence.keys(), labels).isPresent());
    }

    private long count(BitSet union, List<String> labels, Unit unit) {
        return union.stream()
                .mapToObj(part -> part(labels, part))
                .mapToLong(cell -> unit == Unit.ROW ? cell.rows() : cell.persons())
                .sum();
    }

    /** Parts may have persons in common: then only the largest one counts for certain. */
    private long atLeast(BitSet union, List<String> labels, Unit unit) {
        return unit == Unit.ROW || evidence.repeated() == 0
                ? count(union, labels, unit)
                : union.stream()
                        .mapToLong(part -> part(labels, part).persons())
                        .max()
                        .orElse(0);
    }

    @Override
    public long upNeeded(Region region) {
        return needed(region, 1);
    }

    @Override
    public long downNeeded(Region region) {
        return Math.min(units(region), needed(region, -1));
    }

    /** How far the region must be movable, so that small unions which follow from it can be as large as the threshold. */
    private long needed(Region region, int sign) {
        List<String> labels = SeenTable.labels(evidence, region);
        // hidden ones count as well: what follows from both, hidden in both, must have room too
        Set<Integer> there = new HashSet<>();
        for (int population = 0; population < populations.size(); population++) {
            if (hasPlace(population, labels)) {
                there.add(population);
            }
        }
        Told here = told.computeIfAbsent(there, this::told);
        return here.unions().stream()
                        .anyMatch(union -> !groups.contains(union)
                                && small(union, labels)
                                && here.before().sign(union, groups.get(own)) == sign)
                ? threshold - 1
                : 0;
    }

    /** A place of a table with the same keys in the order of the new table's. */
    List<String> here(SeenTable table, List<String> place) {
        List<String> here = new ArrayList<>();
        for (Key key : evidence.keys()) {
            here.add(place.get(table.keys().indexOf(key)));
        }
        return here;
    }

    /** For a table seen before: what both tables count can change, what only the old one counts not. */
    Surroundings commonOf(SeenTable table, Cells cells, int population) {
        BitSet both = (BitSet) groups.get(population).clone();
        both.and(groups.get(own));
        return new Surroundings() {
            @Override
            public long least(Region region) {
                if (region.isMargin()) {
                    return 0;
                }
                long units = cells.units(region);
                long common = Math.min(units, count(both, here(table, SeenTable.labels(cells, region)), cells.unit()));
                return units - common;
            }
        };
    }

    /** The same bounds for a table seen before, the new one staying as it is. */
    Surroundings boundsOf(SeenTable table, Cells cells, int population) {
        return new Surroundings() {
            private Limits limits(Region region) {
                return bounds(
                        here(table, SeenTable.labels(cells, region)), population, cells.unit(), cells.units(region));
            }

            @Override
            public long least(Region region) {
                return limits(region).least();
            }

            @Override
            public long most(Region region) {
                return limits(region).most();
            }
        };
    }
}
