package fr.sillage.core.gate.categories.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.core.gate.categories.internal.JointRoom.Parts;
import fr.sillage.core.gate.categories.internal.Member.Place;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings tables of the same two columns, each with categories of its own, to one set of classes and parts. */
public final class Categories {
    /** Classes of both columns and parts that are looked at; beyond that it would take minutes, and the tables are not compared. */
    private static final long MOST_UNITS = 20_000;

    private final QueryEngine engine;
    private final Cells evidence;
    private final Filter population;
    private final int threshold;
    private final JobControl job;

    /** @param evidence the new table */
    public Categories(QueryEngine engine, Cells evidence, Filter population, int threshold, JobControl job) {
        this.engine = engine;
        this.evidence = evidence;
        this.population = population;
        this.threshold = threshold;
        this.job = job;
    }

    /** @param same what follows from tables with the same categories alone */
    public Surroundings beside(Surroundings same, List<SeenTable> seen) {
        List<SeenTable> family = seen.stream()
                .filter(table -> !table.everything() && columns(table.keys()).equals(columns(evidence.keys())))
                .toList();
        if (evidence.keys().size() != 2 || family.stream().allMatch(table -> table.sameKeys(evidence.keys()))) {
            return same;
        }
        try {
            return compared(same, family);
        } catch (TooManyCellsException e) {
            return WithCategories.incomparable(same);
        }
    }

    private static Set<FieldRef> columns(List<Key> keys) {
        return keys.stream().map(Key::field).collect(Collectors.toSet());
    }

    private Surroundings compared(Surroundings same, List<SeenTable> family) {
        Optional<Axis> rows = axis(family, 0);
        Optional<Axis> columns = axis(family, 1);
        if (rows.isEmpty() || columns.isEmpty()) {
            return WithCategories.incomparable(same);
        }
        List<Filter> populations = new ArrayList<>(
                family.stream().map(SeenTable::population).distinct().toList());
        populations.remove(population);
        populations.add(population);
        Cells cells = engine.overlaps(
                evidence.keys().getFirst().slot(),
                List.of(rows.get().base(), columns.get().base()),
                populations,
                job);
        List<String> patterns = cells.labels(2);
        if ((long) rows.get().size() * columns.get().size() * patterns.size() > MOST_UNITS) {
            return WithCategories.incomparable(same);
        }
        boolean repeated = evidence.repeated() > 0
                || cells.cell(cells.total()).rows() > cells.cell(cells.total()).persons();
        Parts parts = parts(cells, rows.get(), columns.get(), repeated);
        List<Member> members = new ArrayList<>();
        for (int table = 0; table < family.size(); table++) {
            SeenTable seen = family.get(table);
            boolean turned = isTurned(seen.keys());
            members.add(new Member(
                    table,
                    turned,
                    counted(patterns, populations.indexOf(seen.population())),
                    repeated
                            ? engine.answer(new Query.Aggregate(seen.keys(), seen.population(), evidence.unit()), job)
                            : evidence,
                    Member.places(rows.get(), columns.get(), table, turned, seen.hidden())));
        }
        int last = family.size();
        Member own = new Member(last, false, counted(patterns, populations.size() - 1), evidence, Set.of());
        Together together = new Together(rows.get(), columns.get(), members, own, parts, threshold, job);
        if (together.isHarmless()) {
            return same;
        }
        if (!rows.get().isTree() || !columns.get().isTree()) {
            return WithCategories.incomparable(same);
        }
        Map<Region, Place> places = new HashMap<>();
        SeenTable.regions(evidence)
                .forEach((labels, region) -> Member.place(rows.get(), columns.get(), last, false, labels)
                        .ifPresent(place -> places.put(region, place)));
        return new WithCategories(same, together, places);
    }

    private Optional<Axis> axis(List<SeenTable> family, int key) {
        List<Key> keys = new ArrayList<>();
        family.forEach(table -> keys.add(table.keys().get(isTurned(table.keys()) ? 1 - key : key)));
        keys.add(evidence.keys().get(key));
        return Axis.of(engine, keys, job);
    }

    private boolean isTurned(List<Key> keys) {
        return !keys.getFirst().field().equals(evidence.keys().getFirst().field());
    }

    private static BitSet counted(List<String> patterns, int population) {
        BitSet parts = new BitSet();
        IntStream.range(0, patterns.size())
                .filter(part -> patterns.get(part).charAt(population) == '1')
                .forEach(parts::set);
        return parts;
    }

    private static Parts parts(Cells cells, Axis rows, Axis columns, boolean repeated) {
        long[][][] units = new long[cells.labels(2).size()][rows.size()][columns.size()];
        for (Cell cell : cells.filled()) {
            List<Integer> codes = cell.region().codes();
            if (!cell.region().isMargin()) {
                int row = rows.classOf(cells.labels(0).get(codes.get(0)));
                int column = columns.classOf(cells.labels(1).get(codes.get(1)));
                units[codes.get(2)][row][column] += repeated ? cell.persons() : cell.rows();
            }
        }
        return new Parts(units, repeated);
    }
}
