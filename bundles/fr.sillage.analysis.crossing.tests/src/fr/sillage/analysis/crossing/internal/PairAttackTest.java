package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.TooCloseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two crossings of the same columns for one reader, one of all rows and one of those that a filter takes, in either
 * order; attacked together.
 */
class PairAttackTest {
    private static final Filter SOME = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("yes"));

    @Test
    void hiddenCellsAndSmallDifferencesKeepTheirSecret() throws AnalysisException {
        attackAll("rows", "rows", 150, false);
    }

    /** The one tells rows of all, the other persons of some. */
    @Test
    void whereOneCountsPersonsAndTheOtherRows() throws AnalysisException {
        attackAll("rows", "persons", 25, true);
        attackAll("persons", "rows", 25, true);
    }

    @Test
    void whereBothCountPersons() throws AnalysisException {
        attackAll("persons", "persons", 25, true);
    }

    /** @param repeated whether rows repeat persons in all data; otherwise in a third of them */
    private static void attackAll(String unitOfAll, String unitOfSome, int tables, boolean repeated)
            throws AnalysisException {
        List<String> successes = new ArrayList<>();
        int attacked = 0;
        int refused = 0;
        int unproven = 0;
        for (int seed = 0; seed < tables; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            boolean allFirst = random.nextBoolean();
            Rehearsal.Data data = new Rehearsal.Data(records(random, repeated));
            String name = "seed " + seed + ", threshold " + threshold + (allFirst ? ", all first " : ", some first ")
                    + unitOfAll + " then " + unitOfSome;
            try {
                Rehearsal first = data.publish(
                        allFirst ? Filter.ALL : SOME, allFirst ? unitOfAll : unitOfSome, threshold, List.of());
                Rehearsal second = data.publish(
                        allFirst ? SOME : Filter.ALL,
                        allFirst ? unitOfSome : unitOfAll,
                        threshold,
                        List.of(first.seen()));
                Rehearsal all = allFirst ? first : second;
                Rehearsal some = allFirst ? second : first;
                new PairAttacker(all, some, Unit.ROW).nothingSmallIsTold(threshold, name);
                for (Unit unit : Unit.values()) {
                    PairAttacker attacker = new PairAttacker(all, some, unit);
                    if (attacker.hides() && (unit == Unit.ROW || all.evidence().repeated() > 0)) {
                        unproven += attacker.attack(threshold, name, successes);
                        attacked++;
                    }
                }
            } catch (TooCloseException e) {
                refused++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > tables / 4, attacked + " attacked");
        assertTrue(refused < tables * 2 / 3, refused + " refused");
        assertTrue(unproven < attacked, unproven + " without proof");
    }

    /** The page of the data set tells of all rows, whether it was opened or not. */
    @Test
    void theFirstResultGoesTogetherWithThePageOfItsDataSet() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        int attacked = 0;
        int refused = 0;
        int unproven = 0;
        int regions = 0;
        int tables = 80;
        for (int seed = 0; seed < tables; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            Rehearsal.Data data = new Rehearsal.Data(records(random, false));
            String name = "seed " + seed + ", threshold " + threshold + ", page";
            Rehearsal all = data.publish(Filter.ALL, "rows", threshold, List.of());
            try {
                Rehearsal some = data.publish(SOME, "rows", threshold, List.of());
                PairAttacker attacker = PairAttacker.beside(all, some, threshold);
                attacker.nothingSmallIsTold(threshold, name);
                unproven += attacker.attack(threshold, name, successes);
                regions += attacker.regions();
                attacked++;
            } catch (TooCloseException e) {
                refused++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > tables / 2, attacked + " attacked");
        assertTrue(refused > 0, "nothing was refused");
        assertTrue(unproven < regions / 2, unproven + " of " + regions + " without proof");
    }

    /** All but two persons: that is not shown to anybody. */
    @Test
    void aFilterThatLeavesOutFewPersonsIsRefusedAtOnce() throws AnalysisException {
        Rehearsal.Data data = new Rehearsal.Data(allButTwo());
        for (String unit : List.of("rows", "persons")) {
            assertThrows(TooCloseException.class, () -> data.publish(SOME, unit, 5, List.of()));
        }
    }

    /** Without the memory of what was shown the same attacker wins: he can. */
    @Test
    void theAttackerWinsWhereNothingIsRemembered() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Rehearsal.Data data = new Rehearsal.Data(records(new Random(seed), false));
            Rehearsal all = data.publishAlone(Filter.ALL, Map.of(), "rows", 5);
            Rehearsal some = data.publishAlone(SOME, Map.of(), "rows", 5);
            if (!all.seen().everything() && !some.seen().everything()) {
                new PairAttacker(all, some, Unit.ROW).attack(5, "seed " + seed, successes);
            }
        }
        assertTrue(successes.size() > 5, successes.toString());
    }

    private static List<Rehearsal.Record> records(Random random, boolean always) {
        int rows = 2 + random.nextInt(2);
        int columns = 2 + random.nextInt(2);
        int count = 40 + random.nextInt(200);
        double share = 0.1 + 0.85 * random.nextDouble();
        boolean repeated = random.nextInt(3) == 0 || always;
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

    private static List<Rehearsal.Record> allButTwo() {
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            records.add(new Rehearsal.Record("p" + n, "r" + n % 2, "c" + n % 3, n < 198 ? "yes" : "no"));
        }
        return records;
    }

    private static Filter of(String row, String... others) {
        return new Filter.And(List.of(
                Filter.In.texts(new FieldRef(Rehearsal.SLOT, "a"), List.of(row)),
                Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of(others))));
    }

    /** In row r0 two persons of "2015", in row r1 as many as of the other years. */
    private static Rehearsal.Data years() {
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < 800; n++) {
            String year = Integer.toString(2012 + n % 4);
            if (n % 8 >= 4 || !year.equals("2015")) {
                records.add(new Rehearsal.Record("p" + n, n % 8 < 4 ? "r0" : "r1", "c" + n % 3, year));
            }
        }
        records.add(new Rehearsal.Record("q", "r0", "c0", "2015"));
        records.add(new Rehearsal.Record("q2", "r0", "c1", "2015"));
        return new Rehearsal.Data(records);
    }

    /** Who has seen some rows and the same but those of two persons: the second is not shown. */
    @Test
    void tooSmallADifferenceIsNotShown() throws AnalysisException {
        Rehearsal.Data data = years();
        Rehearsal one = data.publish(of("r0", "2014", "2015"), "rows", 5, List.of());
        for (String unit : List.of("rows", "persons")) {
            assertThrows(TooCloseException.class, () -> data.publish(of("r0", "2014"), unit, 5, List.of(one.seen())));
        }
        // somebody else may see it
        assertEquals(
                0,
                data.publish(of("r0", "2014"), "rows", 5, List.of())
                        .published()
                        .provenance()
                        .hiddenCells());
    }

    /** All of a row, then three of four years: the fourth is told then, though nobody asked for it. */
    @Test
    void whatSeveralResultsTellTogetherIsSeen() throws AnalysisException {
        Rehearsal.Data data = years();
        Filter row = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "a"), List.of("r0"));
        Rehearsal all = data.publish(row, "rows", 5, List.of());
        Rehearsal one = data.publish(of("r0", "2012"), "rows", 5, List.of(all.seen()));
        Rehearsal two = data.publish(of("r0", "2013"), "rows", 5, List.of(all.seen(), one.seen()));
        assertEquals(0, two.published().provenance().hiddenCells());
        assertThrows(
                TooCloseException.class,
                () -> data.publish(of("r0", "2014"), "rows", 5, List.of(all.seen(), one.seen(), two.seen())));
        // the same again is always shown
        assertEquals(
                two.published().provenance().hiddenCells(),
                data.publish(of("r0", "2013"), "persons", 5, List.of(all.seen(), one.seen(), two.seen()))
                        .published()
                        .provenance()
                        .hiddenCells());
    }

    /** A value of few persons and a large one together: the page tells of the large one. */
    @Test
    void aFilterThatGathersAFewWithManyIsRefused() throws AnalysisException {
        List<Rehearsal.Record> records = new ArrayList<>(allButTwo());
        for (int n = 0; n < 596; n++) {
            records.add(new Rehearsal.Record("q" + n, "r" + n % 2, "c" + n % 3, n < 6 ? "six" : "other"));
        }
        Rehearsal.Data data = new Rehearsal.Data(records);
        FieldRef column = new FieldRef(Rehearsal.SLOT, "c");
        // "other" is 590 to 609 on the page
        assertThrows(
                TooCloseException.class,
                () -> data.publish(Filter.In.texts(column, List.of("no", "other")), "rows", 5, List.of()));
        assertEquals(
                0,
                data.publish(Filter.In.texts(column, List.of("other")), "rows", 5, List.of())
                        .published()
                        .provenance()
                        .hiddenCells());
    }

    /** Such as the times of a log: the page tells of none of them. */
    @Test
    void aFilterOfAColumnWithMoreValuesThanAnAnswerMayHaveIsNoObstacle() throws AnalysisException {
        List<Rehearsal.Record> records = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int n = 0; n <= TooManyCellsException.MOST; n++) {
            records.add(new Rehearsal.Record("p" + n % 1000, "r" + n % 2, "c" + n % 3, "v" + n));
            if (n % 2 == 0 || n % 5 == 0) {
                taken.add("v" + n);
            }
        }
        Rehearsal some = new Rehearsal.Data(records)
                .publish(Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), taken), "rows", 5, List.of());

        assertEquals(0, some.published().provenance().hiddenCells());
    }
}
