package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Who has seen several crossings of the columns a and b, with categories of their own, of all rows or of those that a
 * filter takes: looks for all tables of the finest categories, once of the rows left out and once of those taken, that
 * agree with every published number. Knows nothing of networks.
 */
final class JointAttacker {
    private static final long MOST_STEPS = 5_000;
    private static final int MOST_CATEGORIES = 10;

    private final List<Told> told;
    private final List<String> rows;
    private final List<String> columns;
    private final long total;

    /** One result. @param folded for columns, names for categories that count as one */
    record Told(Rehearsal rehearsal, Seen seen, Map<String, Map<String, String>> folded, boolean taken) {
        Told(Rehearsal rehearsal, Map<String, Map<String, String>> folded, boolean taken) {
            this(rehearsal, new Seen(rehearsal.published()), folded, taken);
        }

        int row(String label) {
            return seen.rowLabels().indexOf(folded.getOrDefault("a", Map.of()).getOrDefault(label, label));
        }

        int column(String label) {
            return seen.columnLabels()
                    .indexOf(folded.getOrDefault("b", Map.of()).getOrDefault(label, label));
        }

        boolean shows(int row, int column) {
            if (row == Region.ALL || column == Region.ALL) {
                return row == column || (row == Region.ALL ? !seen.isColumnHidden(column) : !seen.isRowHidden(row));
            }
            return !seen.isHidden(row, column);
        }

        long units(int row, int column) {
            return rehearsal.evidence().units(Region.of(row, column));
        }
    }

    JointAttacker(List<Told> told) {
        this.told = told;
        TreeSet<String> a = new TreeSet<>();
        TreeSet<String> b = new TreeSet<>();
        for (int i = 0; i < MOST_CATEGORIES; i++) {
            String row = "r" + i;
            String column = "c" + i;
            if (told.stream().anyMatch(each -> each.row(row) >= 0)) {
                a.add(row);
            }
            if (told.stream().anyMatch(each -> each.column(column) >= 0)) {
                b.add(column);
            }
        }
        this.rows = List.copyOf(a);
        this.columns = List.copyOf(b);
        this.total = told.stream()
                .mapToLong(each -> each.units(Region.ALL, Region.ALL))
                .max()
                .orElseThrow();
    }

    /** What there is to find out; 0 where one of the results shows no number at all. */
    int hiddenRegions() {
        return told.stream().allMatch(each -> each.seen().showsNumbers())
                ? told.stream()
                        .mapToInt(each ->
                                each.rehearsal().published().provenance().hiddenCells())
                        .sum()
                : 0;
    }

    /** @return how many regions were given up */
    int attack(int threshold, String name, List<String> successes) {
        int unproven = 0;
        for (Told each : told) {
            for (int row = Region.ALL; row < each.seen().rows(); row++) {
                for (int column = Region.ALL; column < each.seen().columns(); column++) {
                    if (!each.shows(row, column) && !isWide(each, row, column)) {
                        unproven += attack(
                                region(each, row, column),
                                threshold,
                                name + " " + each.folded() + (each.taken() ? " taken " : " ") + row + ", " + column
                                        + " of " + each.units(row, column),
                                each.units(row, column),
                                successes);
                    }
                }
            }
        }
        return unproven;
    }

    private Predicate<int[]> region(Told of, int row, int column) {
        return at -> (row == Region.ALL || of.row(rows.get(at[0])) == row)
                && (column == Region.ALL || of.column(columns.get(at[1] % columns.size())) == column)
                && (!of.taken() || at[1] >= columns.size());
    }

    private Completions known() {
        List<OptionalLong> open = new ArrayList<>();
        boolean parts = told.stream().anyMatch(Told::taken) && !told.stream().allMatch(Told::taken);
        for (int i = 0; i < rows.size() * 2 * columns.size(); i++) {
            // without a filter there are no rows left out
            open.add(parts || i % (2 * columns.size()) >= columns.size() ? OptionalLong.empty() : OptionalLong.of(0));
        }
        Completions completions = new Completions(2 * columns.size(), open, MOST_STEPS);
        for (Told each : told) {
            for (int row = Region.ALL; row < each.seen().rows(); row++) {
                for (int column = Region.ALL; column < each.seen().columns(); column++) {
                    if (each.shows(row, column)) {
                        say(completions, each, row, column);
                    }
                }
            }
            // categories that do not occur hold nothing
            completions.sum(
                    at -> (each.row(rows.get(at[0])) < 0 || each.column(columns.get(at[1] % columns.size())) < 0)
                            && (!each.taken() || at[1] >= columns.size()),
                    0);
        }
        return completions;
    }

    /**
     * The persons of a category of several classes, where rows repeat persons, are no sum: no class has more of them, and
     * the classes together have no fewer.
     */
    private void say(Completions completions, Told each, int row, int column) {
        long units = each.units(row, column);
        Predicate<int[]> region = region(each, row, column);
        if (!isWide(each, row, column)) {
            completions.sum(region, units);
            return;
        }
        completions.between(region, units, Math.max(units, total));
        if (row != Region.ALL && column != Region.ALL) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = columns.size(); j < 2 * columns.size(); j++) {
                    int[] place = {i, j};
                    if (region.test(place)) {
                        completions.between(at -> at[0] == place[0] && at[1] == place[1], 0, units);
                    }
                }
            }
        }
    }

    /** Whether a region holds a cell of several classes, of persons whom rows repeat. */
    private boolean isWide(Told of, int row, int column) {
        return of.rehearsal().evidence().unit() == Unit.SUBJECT
                && of.rehearsal().evidence().repeated() > 0
                && (isFolded(rows.stream().map(of::row).toList(), row)
                        || isFolded(columns.stream().map(of::column).toList(), column));
    }

    private static boolean isFolded(List<Integer> categories, int wanted) {
        List<Integer> within = categories.stream()
                .filter(each -> wanted == Region.ALL || each == wanted)
                .toList();
        return within.stream().distinct().count() < within.size();
    }

    /** Threshold values other than 0, one of them not under the threshold; the nearest to the truth are tried first. */
    private int attack(Predicate<int[]> region, int threshold, String name, long truth, List<String> successes) {
        TreeSet<Long> values = new TreeSet<>();
        boolean open = false;
        List<Long> candidates = LongStream.rangeClosed(1, Math.min(total, truth + 4L * threshold))
                .boxed()
                .sorted(Comparator.comparingLong(value -> Math.abs(value - truth)))
                .toList();
        for (long value : candidates) {
            if (values.size() < threshold || value >= threshold) {
                Completions completions = known();
                completions.sum(region, value);
                Completions.Outcome outcome = completions.exists(this::plausible);
                open |= outcome == Completions.Outcome.OPEN;
                if (outcome == Completions.Outcome.FOUND) {
                    values.add(value);
                }
                if (values.size() >= threshold && values.getLast() >= threshold) {
                    return 0;
                }
            }
        }
        if (!open) {
            successes.add(name + " is one of " + values);
        }
        return open ? 1 : 0;
    }

    private boolean plausible(long[][] table) {
        int width = columns.size();
        for (Told each : told) {
            long[][] counts = new long[each.seen().rows()][each.seen().columns()];
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < width; j++) {
                    int row = each.row(rows.get(i));
                    int column = each.column(columns.get(j));
                    if (row >= 0 && column >= 0) {
                        counts[row][column] += table[i][j + width] + (each.taken() ? 0 : table[i][j]);
                    }
                }
            }
            if (!isWide(each, Region.ALL, Region.ALL) && !new Plausible(each.seen()).test(counts)) {
                return false;
            }
        }
        return true;
    }
}
