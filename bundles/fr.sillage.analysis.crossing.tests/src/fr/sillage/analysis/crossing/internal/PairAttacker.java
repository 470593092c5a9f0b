package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Who has seen two crossings of the same columns, one of all rows and one of those that a filter takes, each by rows or
 * by persons: looks for all tables of what the filter leaves out and of what it takes that agree with every published
 * number of one of both measures.
 *
 * <p>Persons whom the filter leaves out are here those of a cell of all rows that are not in that of the rows taken, so
 * that both add up. That rows and persons are looked at one after the other loses nothing: whatever can be done to the
 * persons of a table can be done to its rows at the same time, since no cell has fewer rows than persons.
 *
 * <p>Of all rows the attacker may know the page of the data set alone: their number, and how they are distributed over
 * each of both columns.
 */
final class PairAttacker {
    /** In the place of a category that does not occur under the filter. */
    private static final int ABSENT = -2;

    private final Seen all;
    private final Seen some;
    private final Rehearsal whole;
    private final Rehearsal part;
    private final Unit unit;
    private int regions;
    /** What is known of all rows where their crossing was not seen. */
    private final Optional<PageOfDataSet> page;

    /** @param unit what is looked for */
    PairAttacker(Rehearsal whole, Rehearsal part, Unit unit) {
        this(whole, part, unit, Optional.empty());
    }

    /**
     * Who has seen the page of the data set and the crossing of some rows.
     *
     * @param whole the crossing of all rows, which was not seen
     */
    static PairAttacker beside(Rehearsal whole, Rehearsal part, int threshold) {
        return new PairAttacker(whole, part, Unit.ROW, Optional.of(new PageOfDataSet(whole.evidence(), threshold)));
    }

    private PairAttacker(Rehearsal whole, Rehearsal part, Unit unit, Optional<PageOfDataSet> page) {
        this.page = page;
        this.whole = whole;
        this.part = part;
        this.unit = unit;
        this.all = new Seen(whole.published());
        this.some = new Seen(part.published());
    }

    boolean hides() {
        return all.showsNumbers()
                && some.showsNumbers()
                && whole.published().provenance().hiddenCells()
                                + part.published().provenance().hiddenCells()
                        > 0;
    }

    private int row(int row) {
        return row == Region.ALL
                ? row
                : index(some.rowLabels().indexOf(all.rowLabels().get(row)));
    }

    private int column(int column) {
        return column == Region.ALL
                ? column
                : index(some.columnLabels().indexOf(all.columnLabels().get(column)));
    }

    private static int index(int found) {
        return found < 0 ? ABSENT : found;
    }

    private long units(int row, int column) {
        return whole.evidence().units(Region.of(row, column), unit);
    }

    private long part(int row, int column) {
        return row(row) == ABSENT || column(column) == ABSENT
                ? 0
                : part.evidence().units(Region.of(row(row), column(column)), unit);
    }

    private long rest(int row, int column) {
        return units(row, column) - part(row, column);
    }

    /** What is hidden, whichever way it is counted. */
    private static boolean hidden(Seen seen, int row, int column) {
        if (row == Region.ALL || column == Region.ALL) {
            return row != column && (row == Region.ALL ? seen.isColumnHidden(column) : seen.isRowHidden(row));
        }
        return seen.isHidden(row, column);
    }

    /** Whether a sum that the attacker can use is told. */
    private boolean told(Seen seen, int row, int column) {
        boolean own = seen.unit().equals(name(unit));
        if (row == Region.ALL || column == Region.ALL) {
            // distinct persons of a line, the other way to count, are no sum of its cells
            return own
                    ? !hidden(seen, row, column)
                    : unit == Unit.ROW && Seen.number(margin(seen, row, column)).isPresent();
        }
        return Seen.number(seen.cell(row, column, name(unit))).isPresent();
    }

    private PublishedValue margin(Seen seen, int row, int column) {
        return row == column
                ? seen.statistic(name(unit))
                : seen.margin(row == Region.ALL ? seen.rows() + column : row, name(unit));
    }

    private static String name(Unit unit) {
        return unit == Unit.ROW ? "rows" : "persons";
    }

    private boolean allTold(int row, int column) {
        return page.isEmpty() ? told(all, row, column) : row == column && row == Region.ALL;
    }

    /** What does not occur under the filter is known to be 0. */
    private boolean partTold(int row, int column) {
        return row(row) == ABSENT || column(column) == ABSENT || told(some, row(row), column(column));
    }

    private boolean partHidden(int row, int column) {
        return row(row) != ABSENT && column(column) != ABSENT && hidden(some, row(row), column(column));
    }

    /** No difference of two shown numbers is of fewer rows than the threshold, where each row is a person. */
    void nothingSmallIsTold(int threshold, String name) {
        boolean alone = whole.evidence().repeated() == 0;
        each((row, column) -> {
            if (alone && allTold(row, column) && partTold(row, column)) {
                long rest = rest(row, column);
                assertTrue(rest == 0 || rest >= threshold, name + " tells of " + rest);
            }
        });
    }

    private interface Place {
        void at(int row, int column);
    }

    private void each(Place place) {
        for (int row = Region.ALL; row < all.rows(); row++) {
            for (int column = Region.ALL; column < all.columns(); column++) {
                place.at(row, column);
            }
        }
    }

    private Completions known() {
        int width = all.columns();
        List<OptionalLong> open = new ArrayList<>();
        for (int i = 0; i < all.rows() * 2 * width; i++) {
            open.add(OptionalLong.empty());
        }
        Completions completions = new Completions(2 * width, open);
        each((row, column) -> {
            boolean margin = row == Region.ALL ^ column == Region.ALL;
            page.filter(rounded -> margin)
                    .ifPresent(rounded ->
                            rounded.tell(completions, Region.of(row, column), region(row, column, true, true)));
            if (allTold(row, column)) {
                completions.sum(region(row, column, true, true), units(row, column));
            }
            if (partTold(row, column)) {
                completions.sum(region(row, column, false, true), part(row, column));
            }
            if (allTold(row, column) && partTold(row, column)) {
                completions.sum(region(row, column, true, false), rest(row, column));
            }
        });
        return completions;
    }

    private Predicate<int[]> region(int row, int column, boolean rest, boolean part) {
        int width = all.columns();
        return at -> (row == Region.ALL || at[0] == row)
                && (column == Region.ALL || at[1] % width == column)
                && (at[1] < width ? rest : part);
    }

    /** @return how many regions were given up */
    int attack(int threshold, String name, List<String> successes) {
        int[] unproven = {0};
        String measure = name + " " + name(unit);
        each((row, column) -> {
            String place = " " + row + ", " + column;
            if (page.isEmpty() && hidden(all, row, column)) {
                unproven[0] += attack(region(row, column, true, true), threshold, measure + " all" + place, successes);
            }
            if (partHidden(row, column)) {
                unproven[0] +=
                        attack(region(row, column, false, true), threshold, measure + " some" + place, successes);
            }
            long rest = rest(row, column);
            if (unit == Unit.ROW && rest > 0 && rest < threshold) {
                unproven[0] +=
                        attack(region(row, column, true, false), threshold, measure + " rest" + place, successes);
            }
        });
        return unproven[0];
    }

    /** How many regions were attacked. */
    int regions() {
        return regions;
    }

    /** As {@link Attacker}: threshold values other than 0, one of them not under the threshold. */
    private int attack(Predicate<int[]> region, int threshold, String name, List<String> successes) {
        regions++;
        List<Long> values = new ArrayList<>();
        boolean open = false;
        for (long value = 1; value <= units(Region.ALL, Region.ALL); value++) {
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
        int width = all.columns();
        long[][] sum = new long[all.rows()][width];
        long[][] taken = new long[some.rows()][some.columns()];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < width; j++) {
                sum[i][j] = table[i][j] + table[i][j + width];
                if (row(i) != ABSENT && column(j) != ABSENT) {
                    taken[row(i)][column(j)] = table[i][j + width];
                }
            }
        }
        return (page.isPresent() || agrees(all, sum)) && agrees(some, taken);
    }

    /** The numbers of a result follow from what it counts. */
    private boolean agrees(Seen seen, long[][] counts) {
        return !seen.unit().equals(name(unit)) || new Plausible(seen).test(counts);
    }
}
