package fr.sillage.core.gate.seen;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the populations of a new table and of those seen before have in common, region by region. Populations divide the
 * rows into parts, each with its pattern of populations; the new population is the last.
 */
final class Knowledge implements Surroundings {
    private final Cells evidence;
    private final List<SeenTable> tables;
    private final List<Filter> populations;
    private final RowParts parts;
    private final UnitLimits limits;
    private final int threshold;
    private final int own;
    private final Map<Look, Told> told = new HashMap<>();
    /** By the labels of a region, which is looked at again for each complement. */
    private final Map<List<String>, Told> toldOf = new HashMap<>();

    private Predicate<Set<Region>> check = hidden -> true;

    /** At a population beside others. */
    private record Look(Set<Integer> others, int at) {}

    /**
     * What can be told where some populations are shown.
     *
     * @param known whether the one that is looked at follows from the others
     * @param unions unions of parts that only that one lets be told
     * @param lacking what populations of one filter tell: how many rows lack a value
     */
    private record Told(Span before, Span after, boolean known, Set<BitSet> unions, Span lacking) {}

    /** @param parts into which the populations divide the rows */
    Knowledge(
            Cells evidence,
            List<SeenTable> tables,
            List<Filter> populations,
            RowParts parts,
            UnitLimits limits,
            int threshold) {
        this.evidence = evidence;
        this.tables = tables;
        this.populations = populations;
        this.parts = parts;
        this.limits = limits;
        this.threshold = threshold;
        this.own = populations.size() - 1;
    }

    @Override
    public boolean refuses() {
        return mustHide(evidence.total()) || tooClose();
    }

    /** Whether the new population differs from another by the rows of too few persons. */
    private boolean tooClose() {
        List<String> total = SeenTable.labels(evidence, evidence.total());
        for (int other = 0; other < own; other++) {
            if (!sameFilter(own, other)
                    && shown(other, total).isPresent()
                    && (parts.isSmall(parts.difference(own, other), total)
                            || parts.isSmall(parts.difference(other, own), total))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two populations differ by nothing but rows that lack a value. */
    private boolean sameFilter(int one, int other) {
        return SeenTable.filter(populations.get(one)).equals(SeenTable.filter(populations.get(other)));
    }

    boolean overlaps(int population) {
        return parts.of(population).intersects(parts.of(own));
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
        for (Region region : SeenTable.regions(evidence).values()) {
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
        // that rows of the whole lack a value is told on the page of their data set
        boolean lacking = region.equals(evidence.total())
                || SeenTable.filter(populations.get(own)).equals(Filter.ALL);
        return here.unions().stream()
                        .anyMatch(union -> parts.isSmall(union, labels)
                                && !(lacking && here.lacking().tells(union)))
                || opens(here, labels);
    }

    /** Whether a region that was hidden could be told then. */
    private boolean opens(Told here, List<String> labels) {
        return tables.stream()
                .filter(table -> table.place(evidence.keys(), labels)
                        .filter(place -> !table.everything() && table.hidden().contains(place))
                        .isPresent())
                .map(table -> parts.of(populations.indexOf(table.population())))
                .anyMatch(group ->
                        here.after().tells(group) && !here.before().tells(group) && parts.rows(group, labels) > 0);
    }

    @Override
    public boolean follows() {
        List<BitSet> seen = tables.stream()
                .filter(table -> table.sameKeys(evidence.keys()) && !table.everything())
                .map(table -> parts.of(populations.indexOf(table.population())))
                .toList();
        return new Span(seen, parts.size()).tells(parts.of(own));
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
        return told(visible, own);
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

    private Told told(Set<Integer> others, int at) {
        return told.computeIfAbsent(new Look(others, at), this::told);
    }

    private Told told(Look look) {
        List<BitSet> seen = look.others().stream().sorted().map(parts::of).toList();
        Span before = new Span(seen, parts.size());
        List<BitSet> all = new ArrayList<>(seen);
        all.add(parts.of(look.at()));
        Span after = new Span(all, parts.size());
        Set<BitSet> unions = after.unions();
        unions.removeIf(before::tells);
        List<BitSet> alike = IntStream.concat(look.others().stream().mapToInt(i -> i), IntStream.of(look.at()))
                .filter(population -> sameFilter(population, look.at()))
                .mapToObj(parts::of)
                .toList();
        return new Told(before, after, before.tells(parts.of(look.at())), unions, new Span(alike, parts.size()));
    }

    @Override
    public long least(Region region) {
        return limits.of(SeenTable.labels(evidence, region), own, evidence.unit(), units(region))
                .least();
    }

    @Override
    public long most(Region region) {
        return limits.of(SeenTable.labels(evidence, region), own, evidence.unit(), units(region))
                .most();
    }

    private long units(Region region) {
        return evidence.units(region);
    }

    @Override
    public long upNeeded(Region region) {
        return needed(SeenTable.labels(evidence, region), own, 1);
    }

    @Override
    public long downNeeded(Region region) {
        return Math.min(units(region), needed(SeenTable.labels(evidence, region), own, -1));
    }

    /**
     * How far a population's region must be movable, so that small unions which follow from it can be as large as the
     * threshold.
     *
     * @param labels in the order of the new table's keys
     */
    long needed(List<String> labels, int of, int sign) {
        // hidden ones count as well: what follows from both, hidden in both, must have room too
        Set<Integer> there = new HashSet<>();
        for (int population = 0; population < populations.size(); population++) {
            if (population != of && (population == own || limits.hasPlace(population, labels))) {
                there.add(population);
            }
        }
        Told here = told(there, of);
        return here.unions().stream()
                        .anyMatch(union -> !parts.populations().contains(union)
                                && parts.isSmall(union, labels)
                                && here.before().sign(union, parts.of(of)) == sign)
                ? threshold - 1
                : 0;
    }
}
