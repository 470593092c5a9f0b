package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The counted cells with their labels, and all margins and the total, which are derived from them. */
final class RegionCells {
    private final int keys;
    private final List<Labels> labels;
    private final List<Cell> cells = new ArrayList<>();

    /**
     * @param sizes how many codes each key has
     * @param numbers numbers the cells
     * @param counted the cells
     * @param persons how many persons are known by number
     */
    RegionCells(
            List<ColumnCodes> columns, int[] sizes, CellNumbers numbers, Tally counted, int persons, JobControl job) {
        this.keys = sizes.length;
        int[] all = IntStream.range(0, keys).toArray();
        List<Margins> families = new ArrayList<>();
        for (int kept = 0; kept < (1 << keys) - 1; kept++) {
            int bits = kept;
            int[] positions =
                    IntStream.of(all).filter(key -> (bits & 1 << key) != 0).toArray();
            families.add(Margins.of(positions, sizes, numbers, counted, persons, job));
        }
        // a category all of whose rows lack another key has no cell: nothing may be said about it
        this.labels = IntStream.of(all)
                .mapToObj(key -> {
                    Tally lines = keys == 1 ? counted : families.get(1 << key).tally();
                    return columns.get(key).labels(code -> lines.rows(code) > 0);
                })
                .toList();
        add(all, numbers, counted);
        families.forEach(family -> add(family.kept(), family.numbers(), family.tally()));
    }

    private void add(int[] kept, CellNumbers numbers, Tally tally) {
        long[] persons = tally.persons();
        int[] codes = new int[kept.length];
        for (int group = 0; group < numbers.size(); group++) {
            if (tally.rows(group) > 0) {
                numbers.codes(group, codes);
                Integer[] region = new Integer[keys];
                Arrays.fill(region, Region.ALL);
                for (int i = 0; i < kept.length; i++) {
                    region[kept[i]] = labels.get(kept[i]).places()[codes[i]];
                }
                cells.add(new Cell(new Region(List.of(region)), tally.rows(group), persons[group]));
            }
        }
    }

    /** For each key the categories that occur, in their order. */
    List<List<String>> labels() {
        return labels.stream().map(Labels::texts).toList();
    }

    /** Those that are not empty. */
    List<Cell> cells() {
        return cells;
    }
}
