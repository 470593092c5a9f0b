package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.core.gate.TooCloseException;
import fr.sillage.core.gate.known.SeenTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two crossings of the same columns for one reader, their categories folded in different ways; attacked together. */
class FoldedPairAttackTest {
    private static final Filter SOME = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("yes"));

    /** How data look, and how often they are tried. */
    private record Trial(int tables, int leastRows, int moreRows, boolean filtered, boolean repeated, String unit) {
        Trial(int tables, int leastRows, int moreRows, boolean filtered, boolean repeated) {
            this(tables, leastRows, moreRows, filtered, repeated, "rows");
        }
    }

    @Test
    void hiddenCellsKeepTheirSecret() throws AnalysisException {
        attackAll(new Trial(40, 25, 100, false, false));
    }

    /** One of both counts the rows of a filter alone. */
    @Test
    void withAFilterToo() throws AnalysisException {
        attackAll(new Trial(20, 100, 200, true, false));
    }

    @Test
    void whereRowsRepeatPersons() throws AnalysisException {
        attackAll(new Trial(30, 25, 100, false, true));
    }

    /** The persons of a folded category are no sum then. */
    @Test
    void whereRowsRepeatPersonsAndPersonsAreCounted() throws AnalysisException {
        attackAll(new Trial(30, 25, 100, false, true, "persons"));
    }

    /** Once with the categories that the gate gathers, once without, in either order. */
    @Test
    void whereTheGateGathersRareCategories() throws AnalysisException {
        List<String> successes = new ArrayList<>();
        int attacked = 0;
        int refused = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(2);
            Rehearsal.Data data = new Rehearsal.Data(withRareCategories(random, threshold));
            Map<String, Map<String, String>> gathered = data.gathered(threshold);
            if (gathered.isEmpty()) {
                continue;
            }
            boolean gatheredFirst = random.nextBoolean();
            try {
                JointAttacker.Told first =
                        told(data, Filter.ALL, gatheredFirst ? gathered : Map.of(), "rows", threshold, List.of());
                JointAttacker.Told second = told(
                        data,
                        Filter.ALL,
                        gatheredFirst ? Map.of() : gathered,
                        "rows",
                        threshold,
                        List.of(first.rehearsal().seen()));
                JointAttacker attacker = new JointAttacker(List.of(first, second));
                if (attacker.hiddenRegions() > 0) {
                    attacker.attack(threshold, "seed " + seed + ", threshold " + threshold, successes);
                    attacked++;
                }
            } catch (TooCloseException e) {
                refused++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > 10, attacked + " attacked, " + refused + " refused");
    }

    private static List<Rehearsal.Record> withRareCategories(Random random, int threshold) {
        List<Rehearsal.Record> records = new ArrayList<>();
        int rare = 3 + random.nextInt(2);
        for (int row = 0; row < rare + 3; row++) {
            int count =
                    row < rare ? 1 + random.nextInt(threshold - 1) : threshold + random.nextInt(8 * (row - rare + 1));
            for (int n = 0; n < count; n++) {
                records.add(new Rehearsal.Record("p" + records.size(), "r" + row, "c" + random.nextInt(2)));
            }
        }
        return records;
    }

    private static void attackAll(Trial trial) throws AnalysisException {
        List<String> successes = new ArrayList<>();
        int attacked = 0;
        int refused = 0;
        int regions = 0;
        int unproven = 0;
        for (int seed = 0; seed < trial.tables(); seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            Rehearsal.Data data = new Rehearsal.Data(records(random, trial));
            Map<String, Map<String, String>> one = foldings(random);
            Map<String, Map<String, String>> other = random.nextInt(3) == 0 ? foldings(random) : Map.of();
            boolean oneFirst = random.nextBoolean();
            boolean filterFirst = random.nextBoolean();
            Filter filter = trial.filtered() ? SOME : Filter.ALL;
            try {
                JointAttacker.Told first = told(
                        data,
                        filterFirst ? filter : Filter.ALL,
                        oneFirst ? one : other,
                        trial.unit(),
                        threshold,
                        List.of());
                JointAttacker.Told second = told(
                        data,
                        filterFirst ? Filter.ALL : filter,
                        oneFirst ? other : one,
                        trial.unit(),
                        threshold,
                        List.of(first.rehearsal().seen()));
                JointAttacker attacker = new JointAttacker(List.of(first, second));
                if (attacker.hiddenRegions() > 0) {
                    regions += attacker.hiddenRegions();
                    unproven += attacker.attack(threshold, "seed " + seed + ", threshold " + threshold, successes);
                    attacked++;
                }
            } catch (TooCloseException e) {
                refused++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > trial.tables() / 3, attacked + " attacked");
        assertTrue(refused < trial.tables() / 2, refused + " refused");
        assertTrue(unproven < regions * 2 / 3, unproven + " of " + regions + " without proof");
    }

    private static JointAttacker.Told told(
            Rehearsal.Data data,
            Filter filter,
            Map<String, Map<String, String>> folded,
            String unit,
            int threshold,
            List<SeenTable> seen)
            throws AnalysisException {
        return new JointAttacker.Told(
                data.publish(filter, folded, unit, threshold, seen), folded, filter != Filter.ALL);
    }

    /** Without the memory of what was shown the same attacker wins: he can. */
    @Test
    void theAttackerWinsWhereNothingIsRemembered() throws AnalysisException {
        assertTrue(winsWithoutMemory(new Trial(60, 25, 100, false, false)) > 5);
        assertTrue(winsWithoutMemory(new Trial(60, 25, 100, false, true, "persons")) > 5);
    }

    private static int winsWithoutMemory(Trial trial) throws AnalysisException {
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < trial.tables(); seed++) {
            Random random = new Random(seed);
            Rehearsal.Data data = new Rehearsal.Data(records(random, trial));
            JointAttacker attacker = new JointAttacker(
                    List.of(alone(data, Map.of(), trial.unit()), alone(data, foldings(random), trial.unit())));
            if (attacker.hiddenRegions() > 0) {
                attacker.attack(5, "seed " + seed, successes);
            }
        }
        return successes.size();
    }

    private static JointAttacker.Told alone(Rehearsal.Data data, Map<String, Map<String, String>> folded, String unit)
            throws AnalysisException {
        return new JointAttacker.Told(data.publishAlone(Filter.ALL, folded, unit, 5), folded, false);
    }

    private static Map<String, Map<String, String>> foldings(Random random) {
        Map<String, Map<String, String>> folded = new HashMap<>();
        int which = 1 + random.nextInt(3);
        if ((which & 1) != 0) {
            folded.put("a", folding(random, "r"));
        }
        if ((which & 2) != 0) {
            folded.put("b", folding(random, "c"));
        }
        return folded;
    }

    private static Map<String, String> folding(Random random, String letter) {
        Map<String, String> names = new HashMap<>();
        int left = random.nextInt(4);
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(3) > 0 && i != left) {
                names.put(letter + i, "others");
            }
        }
        return names;
    }

    private static List<Rehearsal.Record> records(Random random, Trial trial) {
        int rows = 2 + random.nextInt(3);
        int columns = 2 + random.nextInt(3);
        int count = trial.leastRows() + random.nextInt(trial.moreRows());
        double share = 0.3 + 0.65 * random.nextDouble();
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int row = random.nextInt(5) == 0 ? random.nextInt(rows) : random.nextInt(1 + random.nextInt(rows));
            int column = random.nextInt(1 + random.nextInt(columns));
            records.add(new Rehearsal.Record(
                    "p" + (trial.repeated() ? random.nextInt(count) : n),
                    "r" + row,
                    "c" + column,
                    random.nextDouble() < share ? "yes" : "no"));
        }
        return records;
    }
}
