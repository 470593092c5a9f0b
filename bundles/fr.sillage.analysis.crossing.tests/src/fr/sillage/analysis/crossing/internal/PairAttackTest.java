package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.TooCloseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        assertTrue(refused < tables / 2, refused + " refused");
        assertTrue(unproven < attacked, unproven + " without proof");
    }

    /** Without the memory of what was shown the same attacker wins: he can. */
    @Test
    void theAttackerWinsWhereNothingIsRemembered() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Rehearsal.Data data = new Rehearsal.Data(records(new Random(seed), false));
            Rehearsal all = data.publish(Filter.ALL, "rows", 5, List.of());
            Rehearsal some = data.publish(SOME, "rows", 5, List.of());
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
