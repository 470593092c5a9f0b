package fr.sillage.core.gate.seen;

import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the counts of one population can become while those of the others stay as they are. */
final class UnitLimits {
    private final Cells evidence;
    private final List<SeenTable> tables;
    private final List<Filter> populations;
    private final RowParts parts;
    private final int own;

    /** @param populations that of the new table, the evidence, is the last */
    UnitLimits(Cells evidence, List<SeenTable> tables, List<Filter> populations, RowParts parts) {
        this.evidence = evidence;
        this.tables = tables;
        this.populations = populations;
        this.parts = parts;
        this.own = populations.size() - 1;
    }

    record Limits(long least, long most) {}

    /** What a population's count in a cell can become while the counts of the others with these keys stay. */
    Limits of(List<String> labels, int of, Unit unit, long units) {
        long least = 0;
        long most = Surroundings.NONE.most(evidence.total());
        if (labels.stream().allMatch(SeenTable.ALL::equals)) {
            return new Limits(least, most);
        }
        boolean margin = labels.contains(SeenTable.ALL);
        for (int other = 0; other < populations.size(); other++) {
            boolean counts = other == own || (margin ? shows(other, labels) : hasPlace(other, labels));
            if (other != of && counts && !parts.of(other).equals(parts.of(of))) {
                if (parts.difference(of, other).isEmpty()) {
                    most = Math.min(most, Math.max(units, parts.atLeast(parts.of(other), labels, unit)));
                } else {
                    least = Math.max(least, Math.min(units, parts.count(parts.both(of, other), labels, unit)));
                }
            }
        }
        return new Limits(least, most);
    }

    boolean hasPlace(int population, List<String> labels) {
        return tables.stream()
                .filter(table -> table.population().equals(populations.get(population)))
                .anyMatch(table -> table.place(evidence.keys(), labels).isPresent());
    }

    private boolean shows(int population, List<String> labels) {
        return tables.stream()
                .filter(table -> table.population().equals(populations.get(population)))
                .anyMatch(table -> table.place(evidence.keys(), labels)
                        .filter(table::shows)
                        .isPresent());
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
        BitSet both = parts.both(population, own);
        return new Surroundings() {
            @Override
            public long least(Region region) {
                if (region.isMargin()) {
                    return 0;
                }
                long units = cells.units(region);
                long common =
                        Math.min(units, parts.count(both, here(table, SeenTable.labels(cells, region)), cells.unit()));
                return units - common;
            }
        };
    }

    /** The same bounds for a table seen before, the new one staying as it is. */
    Surroundings boundsOf(SeenTable table, Cells cells, int population, Knowledge knowledge) {
        return new Surroundings() {
            private List<String> labels(Region region) {
                return here(table, SeenTable.labels(cells, region));
            }

            private Limits limits(Region region) {
                return of(labels(region), population, cells.unit(), cells.units(region));
            }

            @Override
            public long upNeeded(Region region) {
                return knowledge.needed(labels(region), population, 1);
            }

            @Override
            public long downNeeded(Region region) {
                return knowledge.needed(labels(region), population, -1);
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
