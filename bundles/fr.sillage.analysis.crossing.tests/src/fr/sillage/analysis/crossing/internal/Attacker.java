package fr.sillage.analysis.crossing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who wants to know hidden cells: looks for all tables of units that agree with every published number, the rounded
 * ones too.
 *
 * <p>The units of visible margins and the total are given to him: where persons are counted they are not printed, but
 * follow from the expected counts.
 */
final class Attacker {
    private final Seen seen;
    private final List<OptionalLong> cells = new ArrayList<>();
    private final List<OptionalLong> rowSums;
    private final List<OptionalLong> columnSums;
    private final long total;
    private final Plausible plausible;
    private final Consumer<Completions> known;

    /**
     * @param rowSums units of the rows, columnSums of the columns; empty where hidden
     * @param known what else he knows of the units
     */
    Attacker(
            Seen seen,
            List<OptionalLong> rowSums,
            List<OptionalLong> columnSums,
            long total,
            Consumer<Completions> known) {
        this.seen = seen;
        this.rowSums = rowSums;
        this.columnSums = columnSums;
        this.total = total;
        this.known = known;
        this.plausible = new Plausible(seen);
        for (int i = 0; i < seen.rows(); i++) {
            for (int j = 0; j < seen.columns(); j++) {
                var units = Seen.number(seen.cell(i, j, seen.unit()));
                cells.add(units.isPresent() ? OptionalLong.of((long) units.getAsDouble()) : OptionalLong.empty());
            }
        }
    }

    /**
     * What he has found out, if anything: a hidden region with too few values left.
     *
     * @throws IllegalStateException where a search ended without proof
     */
    List<String> successes() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < seen.rows(); i++) {
            int row = i;
            if (rowSums.get(i).isEmpty()) {
                attack("row " + i, at -> at[0] == row, found);
            }
            for (int j = 0; j < seen.columns(); j++) {
                int column = j;
                if (cells.get(i * seen.columns() + j).isEmpty()) {
                    attack("cell " + i + ", " + j, at -> at[0] == row && at[1] == column, found);
                }
            }
        }
        for (int j = 0; j < seen.columns(); j++) {
            int column = j;
            if (columnSums.get(j).isEmpty()) {
                attack("column " + j, at -> at[1] == column, found);
            }
        }
        return found;
    }

    /** Looks for threshold values other than 0, one of them not under the threshold. */
    private void attack(String name, Predicate<int[]> region, List<String> found) {
        int threshold = seen.published().provenance().threshold();
        List<Long> values = new ArrayList<>();
        boolean open = false;
        for (long value = 1; value <= total; value++) {
            if (values.size() < threshold || value >= threshold) {
                Completions.Outcome outcome = possible(region, value);
                open |= outcome == Completions.Outcome.OPEN;
                if (outcome == Completions.Outcome.FOUND) {
                    values.add(value);
                }
                if (values.size() >= threshold && values.getLast() >= threshold) {
                    return;
                }
            }
        }
        if (open) {
            throw new IllegalStateException("no proof for " + name);
        }
        found.add(name + " is one of " + values);
    }

    private Completions.Outcome possible(Predicate<int[]> region, long value) {
        Completions completions = new Completions(seen.columns(), cells);
        completions.sum(region, value);
        known.accept(completions);
        completions.sum(at -> true, total);
        for (int i = 0; i < seen.rows(); i++) {
            line(completions, rowSums.get(i), 0, i);
        }
        for (int j = 0; j < seen.columns(); j++) {
            line(completions, columnSums.get(j), 1, j);
        }
        rest(completions, region, value, rowSums, 0);
        rest(completions, region, value, columnSums, 1);
        return completions.exists(plausible);
    }

    private static void line(Completions completions, OptionalLong sum, int axis, int line) {
        sum.ifPresent(known -> completions.sum(at -> at[axis] == line, known));
    }

    /** What follows from the other lines but shortens the search: the sum of the hidden lines of an axis. */
    private void rest(Completions completions, Predicate<int[]> region, long value, List<OptionalLong> sums, int axis) {
        long rest = total - sums.stream().mapToLong(sum -> sum.orElse(0)).sum();
        Predicate<int[]> hidden = at -> sums.get(at[axis]).isEmpty();
        boolean within = IntStream.range(0, cells.size())
                .mapToObj(i -> new int[] {i / seen.columns(), i % seen.columns()})
                .filter(region)
                .allMatch(hidden);
        completions.sum(within ? hidden.and(region.negate()) : hidden, within ? rest - value : rest);
    }
}
