package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.engine.QueryEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Who knows by which rule the gate gathers categories, how many persons they have together and all other categories:
 * looks for all numbers of persons that lead to the same.
 */
class RareCategoriesAttackTest {
    private static final FieldRef COLUMN = new FieldRef("slot", "column");

    @Test
    void noGatheredCategoryIsTold() {
        int attacked = 0;
        List<String> successes = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int threshold = 3 + random.nextInt(3);
            long[] persons = IntStream.range(0, 4 + random.nextInt(5))
                    .mapToLong(i -> random.nextInt(3) > 0
                            ? 1 + random.nextInt(threshold - 1)
                            : threshold + random.nextInt(2 * threshold))
                    .toArray();
            List<Integer> gathered = gathered(persons, threshold);
            if (!gathered.isEmpty() && gathered.size() <= 6) {
                attack(persons, gathered, threshold, "seed " + seed, successes);
                attacked++;
            }
        }
        assertEquals(List.of(), successes);
        assertTrue(attacked > 40, attacked + " attacked");
    }

    private static void attack(
            long[] persons, List<Integer> gathered, int threshold, String name, List<String> successes) {
        List<TreeSet<Long>> values = new ArrayList<>();
        // the same where which of them were added has become known, and their persons
        List<TreeSet<Long>> knowingAdded = new ArrayList<>();
        gathered.forEach(each -> {
            values.add(new TreeSet<>());
            knowingAdded.add(new TreeSet<>());
        });
        List<Integer> added =
                gathered.stream().filter(i -> persons[i] >= threshold).toList();
        long sum = gathered.stream().mapToLong(each -> persons[each]).sum();
        long[] guess = persons.clone();
        fill(guess, gathered, 0, sum, () -> {
            if (gathered(guess, threshold).equals(gathered)) {
                for (int i = 0; i < gathered.size(); i++) {
                    values.get(i).add(guess[gathered.get(i)]);
                    if (added.stream().allMatch(each -> guess[each] == persons[each])) {
                        knowingAdded.get(i).add(guess[gathered.get(i)]);
                    }
                }
            }
        });
        for (int i = 0; i < gathered.size(); i++) {
            boolean safe = values.get(i).size() >= threshold && values.get(i).last() >= threshold;
            boolean safeThen =
                    added.contains(gathered.get(i)) || knowingAdded.get(i).size() >= threshold - 1;
            if (!safe || !safeThen) {
                successes.add(name + ": " + Arrays.toString(persons) + " at " + gathered.get(i) + " is one of "
                        + values.get(i) + " or of " + knowingAdded.get(i));
            }
        }
    }

    private static void fill(long[] guess, List<Integer> places, int at, long left, Runnable filled) {
        if (at == places.size() - 1) {
            guess[places.get(at)] = left;
            filled.run();
            return;
        }
        for (long value = 1; value <= left - (places.size() - 1 - at); value++) {
            guess[places.get(at)] = value;
            fill(guess, places, at + 1, left - value, filled);
        }
    }

    /** Whoever gathers every category of fewer persons than the threshold, and these alone, tells too much. */
    @Test
    void theAttackerWinsWhereNothingIsAdded() {
        long[] persons = {1, 1, 1, 1, 1, 30, 40};
        assertEquals(List.of(), gathered(persons, 5));
        assertEquals(List.of(), gathered(new long[] {4, 4, 4, 4, 6, 30}, 5));
        assertEquals(List.of(), gathered(new long[] {2, 400, 500}, 5));
        assertEquals(List.of(0, 1, 2, 3, 4), gathered(new long[] {1, 2, 3, 3, 6, 30}, 5));
    }

    private static List<Integer> gathered(long[] persons, int threshold) {
        Key.Folded key = new RareCategories(counting(persons), new PublicationRule(threshold), JobControl.NONE)
                .of(COLUMN)
                .map(found -> (Key.Folded) found.key())
                .orElse(new Key.Folded(COLUMN, Map.of()));
        return IntStream.range(0, persons.length)
                .filter(i -> key.names().containsKey("c" + i))
                .boxed()
                .toList();
    }

    /** Knows one answer: so many persons, each with one row, in each category. */
    private static QueryEngine counting(long[] persons) {
        List<Cell> cells = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < persons.length; i++) {
            labels.add("c" + i);
            cells.add(new Cell(Region.of(i), persons[i], persons[i]));
        }
        long sum = Arrays.stream(persons).sum();
        cells.add(new Cell(Region.of(Region.ALL), sum, sum));
        Cells answer = new Cells(
                List.of(COLUMN),
                Unit.SUBJECT,
                List.of(labels),
                cells,
                true,
                new Cell(Region.of(Region.MISSING), 0, 0),
                new Cell(Region.of(Region.EXCLUDED), 0, 0));
        return new QueryEngine() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> R answer(Query<R> query, JobControl job) {
                return (R) answer;
            }

            @Override
            public Cells overlaps(String slot, List<? extends Key> keys, List<Filter> populations, JobControl job) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
