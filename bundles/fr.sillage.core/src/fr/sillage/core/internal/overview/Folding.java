package fr.sillage.core.internal.overview;

import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Slices of few persons, and those that are too many, as one that is large enough: so none has to be hidden, and no
 * value of few persons is named.
 *
 * @param shown as they are
 * @param rest of what was folded, its rows and distinct persons; its filter takes all of them
 * @param values how many values were folded; rows without a value are none
 */
record Folding(List<Slice> shown, Optional<Slice> rest, int values) {
    static final Value.Term MISSING = new Value.Term("missing");
    private static final Value.Term OTHERS = new Value.Term("others");
    private static final Value.Term OTHERS_MISSING = new Value.Term("others_missing");

    Folding {
        shown = List.copyOf(shown);
    }

    /**
     * @param slices in the order to be shown, that of missing values among them
     * @param most how many may be shown
     * @param count rows and distinct persons of a filter
     */
    static Folding of(List<Slice> slices, int most, int threshold, Function<Filter, Cell> count) {
        List<Slice> shown = new ArrayList<>();
        List<Slice> folded = new ArrayList<>();
        for (Slice slice : slices) {
            boolean room = shown.size() < most || slice.name().equals(MISSING);
            (slice.persons() >= threshold && room ? shown : folded).add(slice);
        }
        if (folded.size() == 1 && folded.getFirst().persons() >= threshold) {
            return new Folding(slices, Optional.empty(), 0);
        }
        Optional<Slice> rest = folded.isEmpty() ? Optional.empty() : Optional.of(rest(folded, count));
        while (rest.isPresent() && rest.get().persons() < threshold && !shown.isEmpty()) {
            Slice smallest =
                    shown.stream().min(Comparator.comparingLong(Slice::persons)).orElseThrow();
            shown.remove(smallest);
            folded.add(smallest);
            rest = Optional.of(rest(folded, count));
        }
        int values = (int)
                folded.stream().filter(slice -> !slice.name().equals(MISSING)).count();
        return new Folding(shown, rest, values);
    }

    private static Slice rest(List<Slice> folded, Function<Filter, Cell> count) {
        Filter all = new Filter.Or(folded.stream().map(Slice::filter).toList());
        Cell cell = count.apply(all);
        boolean missing = folded.stream().anyMatch(slice -> slice.name().equals(MISSING));
        return new Slice(missing ? OTHERS_MISSING : OTHERS, all, cell.rows(), cell.persons());
    }

    /** All slices in the order to be shown: what is missing comes last, the rest before it. */
    List<Slice> all() {
        List<Slice> all = new ArrayList<>(shown);
        all.removeIf(slice -> slice.name().equals(MISSING));
        rest.ifPresent(all::add);
        shown.stream().filter(slice -> slice.name().equals(MISSING)).forEach(all::add);
        return all;
    }
}
