package fr.sillage.core.gate.seen;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.categories.internal.Categories;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.page.internal.BesidePage;
import fr.sillage.core.gate.page.internal.DataSetPage;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows for a new table from the tables that its reader has seen of the same rows. The rule and its limits are
 * explained in {@code docs/publication.md}.
 */
public final class SeenBefore {
    /** Populations that are looked at; of more the latest. */
    public static final int MOST_POPULATIONS = 40;

    private static final Surroundings REFUSED = new Surroundings() {
        @Override
        public boolean refuses() {
            return true;
        }
    };

    private final QueryEngine engine;
    private final Cells evidence;
    private final Filter population;
    private final int threshold;
    private final JobControl job;

    /**
     * @param evidence the new table
     * @param population the rows that it counts ({@link SeenTable#population})
     */
    public SeenBefore(QueryEngine engine, Cells evidence, Filter population, PublicationRule rule, JobControl job) {
        this.engine = engine;
        this.evidence = evidence;
        this.population = population;
        this.threshold = rule.threshold();
        this.job = job;
    }

    /** @param seen the latest last */
    public Surroundings tables(List<SeenTable> seen) {
        Optional<SeenTable> same = seen.stream()
                .filter(table -> table.population().equals(population) && table.sameKeys(evidence.keys()))
                .findFirst();
        if (same.isPresent()) {
            return new Surroundings() {
                @Override
                public Optional<SeenTable> again() {
                    return same;
                }
            };
        }
        Filter filter = SeenTable.filter(population);
        boolean whole = filter.equals(Filter.ALL);
        if (whole && seen.isEmpty() && hasNothingToHide()) {
            return Surroundings.NONE;
        }
        DataSetPage page = new DataSetPage(engine, threshold, job);
        if (!whole && page.isOpenedBy(filter)) {
            return REFUSED;
        }
        List<SeenTable> tables = new ArrayList<>(seen);
        tables.addAll(page.beside(evidence, filter));
        Surroundings surroundings = beside(tables);
        return whole ? new BesidePage(surroundings, evidence, page) : surroundings;
    }

    private boolean hasNothingToHide() {
        return evidence.keys().stream().allMatch(FieldRef.class::isInstance)
                && evidence.filled().stream().allMatch(cell -> cell.persons() == 0 || cell.persons() >= threshold);
    }

    private Surroundings beside(List<SeenTable> tables) {
        List<Filter> populations = new ArrayList<>(
                tables.stream().map(SeenTable::population).distinct().toList());
        populations.remove(population);
        if (populations.size() > MOST_POPULATIONS) {
            populations.subList(0, populations.size() - MOST_POPULATIONS).clear();
        }
        List<SeenTable> looked = tables.stream()
                .filter(t -> t.population().equals(population) || populations.contains(t.population()))
                .toList();
        // the new one is the last, also where an old one is the same
        populations.add(population);
        String slot = evidence.keys().getFirst().slot();
        Cells whole = engine.overlaps(slot, List.of(), populations, job);
        Cells parts = engine.overlaps(slot, evidence.keys(), populations, job);
        RowParts rows = new RowParts(parts, whole, populations.size(), evidence.repeated() > 0, threshold);
        UnitLimits limits = new UnitLimits(evidence, looked, populations, rows);
        Knowledge knowledge = new Knowledge(evidence, looked, populations, rows, limits, threshold);
        Surroundings alike =
                knowledge.checking(hidden -> earlierStaySafe(looked, populations, knowledge, limits, hidden));
        return new Categories(engine, evidence, population, threshold, job).beside(alike, looked);
    }

    /** Whether the hidden regions of what was seen keep their room beside the new table. */
    private boolean earlierStaySafe(
            List<SeenTable> tables,
            List<Filter> populations,
            Knowledge knowledge,
            UnitLimits limits,
            Set<Region> hidden) {
        Set<List<String>> hiddenNow = hidden.stream()
                .map(region -> SeenTable.labels(evidence, region))
                .collect(Collectors.toSet());
        for (SeenTable table : tables) {
            int index = populations.indexOf(table.population());
            boolean open = !table.everything() && !table.hidden().isEmpty();
            if (open
                    && table.sameKeys(evidence.keys())
                    && !table.population().equals(population)
                    && knowledge.overlaps(index)) {
                Cells cells =
                        engine.answer(new Query.Aggregate(table.keys(), table.population(), evidence.unit()), job);
                Map<List<String>, Region> regions = SeenTable.regions(cells);
                List<Region> before = table.hidden().stream()
                        .filter(regions::containsKey)
                        .map(regions::get)
                        .toList();
                List<Region> shared = before.stream()
                        .filter(region -> hiddenNow.contains(limits.here(table, SeenTable.labels(cells, region))))
                        .toList();
                if (!EarlierTable.keeps(
                        cells,
                        threshold,
                        before,
                        limits.boundsOf(table, cells, index, knowledge),
                        limits.commonOf(table, cells, index),
                        shared,
                        job)) {
                    return false;
                }
            }
        }
        return true;
    }
}
