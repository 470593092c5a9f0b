package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Region;
import fr.sillage.core.gate.TooCloseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Two crossings of the same columns for one reader, one of all rows and one of those that a filter takes, in either
 * order; attacked together.
 */
class PairAttackTest {
    private static final int TABLES = 150;
    private static final Filter SOME = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("yes"));

    @Test
    void hiddenCellsAndSmallDifferencesKeepTheirSecret() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        int attacked = 0;
        int refused = 0;
        int unproven = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            boolean allFirst = random.nextBoolean();
            Rehearsal.Data data = new Rehearsal.Data(records(random));
            String name = "seed " + seed + ", threshold " + threshold + (allFirst ? ", all first" : ", some first");
            try {
                Rehearsal first = data.publish(allFirst ? Filter.ALL : SOME, "rows", threshold, List.of());
                Rehearsal second = data.publish(allFirst ? SOME : Filter.ALL, "rows", threshold, List.of(first.seen()));
                Rehearsal all = allFirst ? first : second;
                Rehearsal some = allFirst ? second : first;
                Joint joint = new Joint(all, some);
                joint.nothingSmallIsTold(threshold, name);
                if (joint.hides()) {
                    unproven += joint.attack(threshold, name, successes);
                    attacked++;
                }
            } catch (TooCloseException e) {
                refused++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > TABLES / 4, attacked + " attacked");
        assertTrue(refused < TABLES / 2, refused + " refused");
        assertTrue(unproven < attacked, unproven + " without proof");
    }

    /** Without the memory of what was shown the same attacker wins: he can. */
    @Test
    void theAttackerWinsWhereNothingIsRemembered() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Rehearsal.Data data = new Rehearsal.Data(records(new Random(seed)));
            Rehearsal all = data.publish(Filter.ALL, "rows", 5, List.of());
            Rehearsal some = data.publish(SOME, "rows", 5, List.of());
            if (!all.seen().everything() && !some.seen().everything()) {
                new Joint(all, some).attack(5, "seed " + seed, successes);
            }
        }
        assertTrue(successes.size() > 5, successes.toString());
    }

    private static List<Rehearsal.Record> records(Random random) {
        int rows = 2 + random.nextInt(2);
        int columns = 2 + random.nextInt(2);
        int count = 40 + random.nextInt(200);
        double share = 0.1 + 0.85 * random.nextDouble();
        boolean repeated = random.nextInt(3) == 0;
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int row = random.nextInt(5) == 0 ? random.nextInt(rows) : random.nextInt(1 + random.nextInt(rows));
            int column = random.nextInt(1 + random.nextInt(columns));
            records.add(new Rehearsal.Record(
                    "p" + (repeated ? random.nextInt(count) : n),
                    "r" + row,
                    "c" + column,
                    random.nextDouble() < share ? "yes" : "no"));
        }
        return records;
    }

    /** What a reader of both knows: cells of the rows left out by the filter, then of those that it takes. */
    private static final class Joint {
        private final Seen all;
        private final Seen some;
        private final Rehearsal whole;
        private final Rehearsal part;

        Joint(Rehearsal whole, Rehearsal part) {
            this.whole = whole;
            this.part = part;
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
            return some.rowLabels().indexOf(all.rowLabels().get(row));
        }

        private int column(int column) {
            return some.columnLabels().indexOf(all.columnLabels().get(column));
        }

        private long units(Rehearsal of, int row, int column) {
            return row == -2 || column == -2 ? 0 : of.evidence().units(Region.of(row, column));
        }

        /** A row or column that does not occur under the filter counts 0. */
        private long part(int row, int column) {
            int r = row == Region.ALL ? Region.ALL : row(row) < 0 ? -2 : row(row);
            int c = column == Region.ALL ? Region.ALL : column(column) < 0 ? -2 : column(column);
            return units(part, r, c);
        }

        private long rest(int row, int column) {
            return units(whole, row, column) - part(row, column);
        }

        private boolean shown(Seen seen, int row, int column) {
            if (row == Region.ALL || column == Region.ALL) {
                return row == column || (row == Region.ALL ? !seen.isColumnHidden(column) : !seen.isRowHidden(row));
            }
            return !seen.isHidden(row, column);
        }

        private boolean partShown(int row, int column) {
            int r = row == Region.ALL ? row : row(row);
            int c = column == Region.ALL ? column : column(column);
            boolean occurs = (row == Region.ALL || r >= 0) && (column == Region.ALL || c >= 0);
            return !occurs || shown(some, r, c);
        }

        /** No difference of two shown numbers is of fewer rows than the threshold, where each row is a person. */
        void nothingSmallIsTold(int threshold, String name) {
            boolean alone = whole.evidence().repeated() == 0;
            each((row, column) -> {
                if (alone && shown(all, row, column) && partShown(row, column)) {
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
                if (shown(all, row, column)) {
                    completions.sum(region(row, column, true, true), units(whole, row, column));
                }
                if (partShown(row, column)) {
                    completions.sum(region(row, column, false, true), part(row, column));
                }
                if (shown(all, row, column) && partShown(row, column)) {
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
            each((row, column) -> {
                if (!shown(all, row, column)) {
                    unproven[0] += attack(region(row, column, true, true), threshold, name + " all", successes);
                }
                if (!partShown(row, column)) {
                    unproven[0] += attack(region(row, column, false, true), threshold, name + " some", successes);
                }
                long rest = rest(row, column);
                if (rest > 0 && rest < threshold) {
                    unproven[0] += attack(region(row, column, true, false), threshold, name + " rest", successes);
                }
            });
            return unproven[0];
        }

        /** As {@link Attacker}: threshold values other than 0, one of them not under the threshold. */
        private int attack(Predicate<int[]> region, int threshold, String name, List<String> successes) {
            List<Long> values = new ArrayList<>();
            boolean open = false;
            for (long value = 1;
                    value <= whole.evidence().units(whole.evidence().total());
                    value++) {
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
                    if (row(i) >= 0 && column(j) >= 0) {
                        taken[row(i)][column(j)] = table[i][j + width];
                    }
                }
            }
            return new Plausible(all).test(sum) && new Plausible(some).test(taken);
        }
    }

    /** Who has seen everything and everything but two persons: the second is not shown. */
    @Test
    void tooSmallADifferenceIsNotShown() throws AnalysisException {
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            records.add(new Rehearsal.Record("p" + n, "r" + n % 2, "c" + n % 3, n < 198 ? "yes" : "no"));
        }
        Rehearsal.Data data = new Rehearsal.Data(records);
        Rehearsal all = data.publish(Filter.ALL, "rows", 5, List.of());
        Arrays.asList("rows", "persons")
                .forEach(unit ->
                        assertThrows(TooCloseException.class, () -> data.publish(SOME, unit, 5, List.of(all.seen()))));
        // somebody else may see it
        assertEquals(
                0,
                data.publish(SOME, "rows", 5, List.of())
                        .published()
                        .provenance()
                        .hiddenCells());
    }

    /** All, then two of three years: the third year is told then, though nobody asked for it. */
    @Test
    void whatSeveralResultsTellTogetherIsSeen() throws AnalysisException {
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            records.add(new Rehearsal.Record("p" + n, "r" + n % 2, "c" + n % 3, n < 150 ? "2013" : "2014"));
        }
        records.add(new Rehearsal.Record("q", "r0", "c0", "2015"));
        records.add(new Rehearsal.Record("q2", "r1", "c0", "2015"));
        Rehearsal.Data data = new Rehearsal.Data(records);
        Filter first = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("2013"));
        Filter second = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("2014"));
        Rehearsal all = data.publish(Filter.ALL, "rows", 5, List.of());
        Rehearsal one = data.publish(first, "rows", 5, List.of(all.seen()));
        assertEquals(0, one.published().provenance().hiddenCells());
        assertThrows(TooCloseException.class, () -> data.publish(second, "rows", 5, List.of(all.seen(), one.seen())));
        // the same again is always shown
        assertEquals(
                one.published().provenance().hiddenCells(),
                data.publish(first, "persons", 5, List.of(all.seen(), one.seen()))
                        .published()
                        .provenance()
                        .hiddenCells());
    }
}
