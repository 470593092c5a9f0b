package fr.sillage.core.gate.seen;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.known.SeenTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts into which populations divide the rows, each with its pattern of populations, and what they hold. */
final class RowParts {
    private final Cells parts;
    private final Cells whole;
    private final boolean repeated;
    private final int threshold;
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final List<BitSet> populations = new ArrayList<>();

    /**
     * @param parts by the table's keys and pattern
     * @param whole by pattern alone
     * @param count how many populations there are
     * @param repeated whether rows of the table repeat persons
     */
    RowParts(Cells parts, Cells whole, int count, boolean repeated, int threshold) {
        this.parts = parts;
        this.whole = whole;
        this.repeated = repeated;
        this.threshold = threshold;
        for (int key = 0; key < parts.keys().size() - 1; key++) {
            Map<String, Integer> byLabel = new HashMap<>();
            parts.labels(key).forEach(label -> byLabel.put(label, byLabel.size()));
            codes.add(byLabel);
        }
        for (int population = 0; population < count; population++) {
            BitSet group = new BitSet();
            for (int part = 0; part < size(); part++) {
                group.set(part, patterns().get(part).charAt(population) == '1');
            }
            populations.add(group);
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

    /** Parts of a population. */
    BitSet of(int population) {
        return populations.get(population);
    }

    List<BitSet> populations() {
        return populations;
    }

    /** How many parts there are. */
    int size() {
        return patterns().size();
    }

    /** Rows that both populations have. */
    BitSet both(int one, int other) {
        BitSet both = (BitSet) of(one).clone();
        both.and(of(other));
        return both;
    }

    /** Rows that the one population has, and not the other. */
    BitSet difference(int one, int other) {
        BitSet difference = (BitSet) of(one).clone();
        difference.andNot(of(other));
        return difference;
    }

    long rows(BitSet union, List<String> labels) {
        return union.stream().mapToLong(part -> part(labels, part).rows()).sum();
    }

    /** Whether rows of a region are of 1 to threshold - 1 persons; where persons repeat, whether they may be. */
    boolean isSmall(BitSet union, List<String> labels) {
        long rows = 0;
        long persons = 0;
        long most = 0;
        for (int part = union.nextSetBit(0); part >= 0; part = union.nextSetBit(part + 1)) {
            Cell cell = part(labels, part);
            rows += cell.rows();
            persons += cell.persons();
            most = Math.max(most, cell.persons());
        }
        boolean more = rows > persons || repeated;
        return rows > 0 && (more ? most : persons) < threshold;
    }

    long count(BitSet union, List<String> labels, Unit unit) {
        return union.stream()
                .mapToObj(part -> part(labels, part))
                .mapToLong(cell -> unit == Unit.ROW ? cell.rows() : cell.persons())
                .sum();
    }

    /** Parts may have persons in common: then only the largest one counts for certain. */
    long atLeast(BitSet union, List<String> labels, Unit unit) {
        return unit == Unit.ROW || !repeated
                ? count(union, labels, unit)
                : union.stream()
                        .mapToLong(part -> part(labels, part).persons())
                        .max()
                        .orElse(0);
    }
}
