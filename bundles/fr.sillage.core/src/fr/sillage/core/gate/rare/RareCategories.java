package fr.sillage.core.gate.rare;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.engine.QueryEngine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gathers the categories of a column that are of few persons, so that one category with a total stands where each of
 * them would be hidden, with complements.
 *
 * <p>Gathered are all categories of 1 to threshold - 1 persons and the smallest one of the others (or all that are as small), counted over all rows
 * of the data set whatever the filter: so a column has the same categories in all results, which then can be compared
 * cell by cell. It is done only where each of these categories keeps its secret from who knows this rule and the persons
 * of the categories that were added: the persons of the small ones together leave each of them every number from 1 to
 * threshold - 1. That which of them were added is not told makes it one number more, one that is not under the threshold.
 * And it is done only where the small ones make up at least half of what is gathered; otherwise it would take more from
 * the table than it gives.
 */
public final class RareCategories {
    /** What the gathered categories are called in a key; published as the term
     * {@link fr.sillage.core.text.Texts#RARE}. */
    public static final String NAME = "\uFDD0rare";

    private final QueryEngine engine;
    private final int threshold;
    private final JobControl job;

    /**
     * A key of which categories are gathered.
     *
     * @param categories how many they are
     */
    public record Gathered(Key key, int categories) {}

    public RareCategories(QueryEngine engine, PublicationRule rule, JobControl job) {
        this.engine = engine;
        this.threshold = rule.threshold();
        this.job = job;
    }

    /** Whether a key has categories of its own; parts of dates and bands of numbers stay as they are. */
    public static boolean canGather(Key key) {
        return key instanceof FieldRef || key instanceof Key.Folded;
    }

    /** Empty where the key's categories are better left as they are. */
    public Optional<Gathered> of(Key key) {
        if (!canGather(key)) {
            return Optional.empty();
        }
        try {
            Cells cells = counted(key);
            List<Integer> small = codes(cells, 1, threshold - 1);
            List<Integer> added = next(cells);
            if (small.isEmpty()
                    || small.size() + added.size() == cells.labels(0).size()) {
                return Optional.empty();
            }
            Set<String> gathered = new HashSet<>();
            small.forEach(code -> gathered.add(cells.labels(0).get(code)));
            long persons = together(cells, key, gathered);
            long more = added.stream().mapToLong(code -> persons(cells, code)).sum();
            if (more > persons || !keepTheirSecret(persons, small.size())) {
                return Optional.empty();
            }
            added.forEach(code -> gathered.add(cells.labels(0).get(code)));
            return Optional.of(new Gathered(gathering(key, gathered), gathered.size()));
        } catch (TooManyCellsException e) {
            return Optional.empty();
        }
    }

    /** The smallest that are not small. */
    private List<Integer> next(Cells cells) {
        long least = IntStream.range(0, cells.labels(0).size())
                .mapToLong(code -> persons(cells, code))
                .filter(persons -> persons >= threshold)
                .min()
                .orElse(threshold);
        return codes(cells, least, least);
    }

    /** @param persons of the small categories together */
    private boolean keepTheirSecret(long persons, int categories) {
        long others = categories - 1L;
        return persons - 1 <= others * (threshold - 1) && persons - (threshold - 1) >= others;
    }

    /** Distinct persons of some categories. */
    private long together(Cells cells, Key key, Set<String> labels) {
        if (cells.repeated() == 0) {
            return IntStream.range(0, cells.labels(0).size())
                    .filter(code -> labels.contains(cells.labels(0).get(code)))
                    .mapToLong(code -> persons(cells, code))
                    .sum();
        }
        Cells gathered = counted(gathering(key, labels));
        return persons(gathered, gathered.labels(0).indexOf(NAME));
    }

    private Cells counted(Key key) {
        return engine.answer(new Query.Aggregate(List.of(key), Filter.ALL, Unit.SUBJECT), job);
    }

    private static List<Integer> codes(Cells cells, long least, long most) {
        return IntStream.range(0, cells.labels(0).size())
                .filter(code -> persons(cells, code) >= least && persons(cells, code) <= most)
                .boxed()
                .toList();
    }

    private static long persons(Cells cells, int code) {
        Cell cell = cells.cell(Region.of(code));
        return cell.persons();
    }

    /** Categories that were folded by hand may be among the gathered ones. */
    private static Key gathering(Key key, Set<String> labels) {
        Map<String, String> names = new HashMap<>();
        if (key instanceof Key.Folded folded) {
            folded.names().forEach((value, name) -> names.put(value, labels.contains(name) ? NAME : name));
        }
        labels.forEach(label -> names.put(label, NAME));
        return new Key.Folded(key.field(), names);
    }
}
