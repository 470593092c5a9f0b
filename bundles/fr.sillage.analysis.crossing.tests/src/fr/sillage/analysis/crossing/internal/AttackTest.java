package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.TooCloseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random data, published, and attacked: no hidden cell or margin may be told, no small one may be seen. */
class AttackTest {
    private static final int TABLES = 200;

    @Test
    void hiddenCellsKeepTheirSecret() throws AnalysisException {
        int attacked = 0;
        int rounded = 0;
        int refused = 0;
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            String unit = random.nextBoolean() ? "rows" : "persons";
            Rehearsal rehearsal;
            try {
                rehearsal = Rehearsal.of(records(random), unit, threshold);
            } catch (TooCloseException e) {
                refused++; // beside the page of the data set
                continue;
            }
            Seen seen = new Seen(rehearsal.published());
            String name = "seed " + seed + ", threshold " + threshold + ", " + unit;
            nothingSmallIsSeen(rehearsal.evidence(), seen, threshold, name);
            if (seen.showsNumbers() && rehearsal.published().provenance().hiddenCells() > 0) {
                assertTrue(truthIsPlausible(rehearsal.evidence(), seen), name);
                attacker(rehearsal.evidence(), seen)
                        .successes()
                        .forEach(success -> successes.add(name + ": " + success));
                attacked++;
                rounded += seen.showsRounded() ? 1 : 0;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > TABLES / 4, attacked + " tables attacked");
        assertTrue(refused < TABLES / 10, refused + " tables refused");
        assertTrue(rounded > 0, "no rounded number was published beside hidden cells");
    }

    /** Without a gate the same attacker wins: he can. */
    @Test
    void theAttackerFindsACellHiddenAlone() throws AnalysisException {
        List<Rehearsal.Record> records = new ArrayList<>();
        long[][] counts = {{20, 3}, {30, 40}};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int n = 0; n < counts[i][j]; n++) {
                    records.add(new Rehearsal.Record("p" + records.size(), "r" + i, "c" + j));
                }
            }
        }
        Rehearsal rehearsal = Rehearsal.of(records, "rows", 5);
        Completions completions = new Completions(
                2, List.of(OptionalLong.of(20), OptionalLong.empty(), OptionalLong.of(30), OptionalLong.of(40)));
        completions.sum(at -> at[0] == 0, 23);
        assertEquals(Completions.Outcome.FOUND, completions.exists(table -> table[0][1] == 3));
        assertEquals(Completions.Outcome.NONE, completions.exists(table -> table[0][1] != 3));
        assertEquals(4, rehearsal.published().provenance().hiddenCells());
    }

    private static List<Rehearsal.Record> records(Random random) {
        int rows = 2 + random.nextInt(4);
        int columns = 2 + random.nextInt(4);
        double[] rowWeights = weights(random, rows);
        double[] columnWeights = weights(random, columns);
        int count = 15 + random.nextInt(160);
        int persons = random.nextInt(3) == 0 ? count * 4 : 1 + count / (1 + random.nextInt(3));
        List<Rehearsal.Record> records = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            records.add(new Rehearsal.Record(
                    "p" + random.nextInt(persons), "r" + draw(random, rowWeights), "c" + draw(random, columnWeights)));
        }
        return records;
    }

    private static double[] weights(Random random, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> random.nextInt(5) == 0 ? 0.02 : 0.2 + random.nextDouble())
                .toArray();
    }

    private static int draw(Random random, double[] weights) {
        double at = random.nextDouble() * Arrays.stream(weights).sum();
        int i = 0;
        while (i < weights.length - 1 && at >= weights[i]) {
            at -= weights[i++];
        }
        return i;
    }

    /** Who has seen a crossing and the page of its data set, which tells of rows. */
    static Attacker attacker(Cells evidence, Seen seen) {
        List<OptionalLong> rows = IntStream.range(0, seen.rows())
                .mapToObj(i -> seen.isRowHidden(i)
                        ? OptionalLong.empty()
                        : OptionalLong.of(evidence.units(Region.of(i, Region.ALL))))
                .toList();
        List<OptionalLong> columns = IntStream.range(0, seen.columns())
                .mapToObj(j -> seen.isColumnHidden(j)
                        ? OptionalLong.empty()
                        : OptionalLong.of(evidence.units(Region.of(Region.ALL, j))))
                .toList();
        boolean page = evidence.repeated() == 0 || evidence.unit() == Unit.ROW;
        PageOfDataSet rounded =
                new PageOfDataSet(evidence, seen.published().provenance().threshold());
        return new Attacker(seen, rows, columns, evidence.units(evidence.total()), completions -> {
            for (int i = 0; page && i < seen.rows(); i++) {
                int row = i;
                rounded.tell(completions, Region.of(i, Region.ALL), at -> at[0] == row);
            }
            for (int j = 0; page && j < seen.columns(); j++) {
                int column = j;
                rounded.tell(completions, Region.of(Region.ALL, j), at -> at[1] == column);
            }
        });
    }

    /** What is published is true. */
    static boolean truthIsPlausible(Cells evidence, Seen seen) {
        long[][] counts = new long[seen.rows()][seen.columns()];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                counts[i][j] = evidence.units(Region.of(i, j));
            }
        }
        return new Plausible(seen).test(counts);
    }

    static void nothingSmallIsSeen(Cells evidence, Seen seen, int threshold, String name) {
        for (int i = 0; i < seen.rows(); i++) {
            for (int j = 0; j < seen.columns(); j++) {
                if (seen.isHidden(i, j)) {
                    for (String measure : List.of("rows", "persons", "residual")) {
                        assertTrue(Seen.number(seen.cell(i, j, measure)).isEmpty(), name + ": hidden, but shown");
                    }
                }
                assertTrue(seen.isHidden(i, j) || !small(evidence.cell(Region.of(i, j)), threshold), name);
            }
            assertTrue(seen.isRowHidden(i) || !small(evidence.cell(Region.of(i, Region.ALL)), threshold), name);
        }
        for (int j = 0; j < seen.columns(); j++) {
            assertTrue(seen.isColumnHidden(j) || !small(evidence.cell(Region.of(Region.ALL, j)), threshold), name);
        }
    }

    private static boolean small(Cell cell, int threshold) {
        return cell.persons() > 0 && cell.persons() < threshold;
    }
}
