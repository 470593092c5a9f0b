package fr.sillage.core.results;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What differs between two published results of the same question: only numbers that are published in both are
 * compared.
 *
 * @param tooClose whether the results as a whole differ by fewer persons or rows than the threshold: nothing is
 *     compared then
 * @param come categories that only the later result has
 * @param gone categories that only the earlier result has
 * @param moves the cells whose share of their row moved most, the farthest first; those that changed by fewer than
 *     the threshold are left out
 * @param statistics of both, in the order of the later one; without one where it is not published
 */
public record Changes(
        boolean tooClose, List<Category> come, List<Category> gone, List<Move> moves, List<Statistic> statistics) {
    /** So many cells at the most. */
    public static final int MOST_MOVES = 8;

    /** Smaller moves are not worth a line: half a percent. */
    static final double LEAST_MOVE = 0.005;

    /** Moves that differ by less are ties, which stand in the table's order. */
    private static final double SAME = 1e9;

    private static final String STATISTICS = "statistics";
    private static final List<String> TOTALS = List.of("rows", "persons");

    /** @param axis name of the table's column that it stands in */
    public record Category(String axis, String label) {}

    /** A cell by its labels: counts, and shares of the row from 0 to 1. */
    public record Move(String row, String column, double before, double after, double shareBefore, double shareAfter) {
        /** Signed, from -1 to 1. */
        public double by() {
            return shareAfter - shareBefore;
        }
    }

    /** @param term people read the text {@code term.TERM} of the analysis */
    public record Statistic(
            String term, Optional<PublishedValue.Number> before, Optional<PublishedValue.Number> after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    public Changes {
        come = List.copyOf(come);
        gone = List.copyOf(gone);
        moves = List.copyOf(moves);
        statistics = List.copyOf(statistics);
    }

    /** @param threshold fewest persons that a difference must be of */
    public static Changes between(Published before, Published after, int threshold) {
        List<Statistic> statistics = statistics(before, after);
        boolean tooClose = statistics.stream()
                .filter(statistic -> TOTALS.contains(statistic.term()))
                .anyMatch(statistic -> few(statistic, threshold));
        if (tooClose) {
            return new Changes(true, List.of(), List.of(), List.of(), List.of());
        }
        List<Category> come = new ArrayList<>();
        List<Category> gone = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (Figure figure : after.figures()) {
            if (before.figures().contains(figure)) {
                for (String axis : List.of(figure.category(), figure.series())) {
                    Set<String> earlier = labels(before.table(figure.table()), axis);
                    Set<String> later = labels(after.table(figure.table()), axis);
                    later.stream().filter(l -> !earlier.contains(l)).forEach(l -> come.add(new Category(axis, l)));
                    earlier.stream().filter(l -> !later.contains(l)).forEach(l -> gone.add(new Category(axis, l)));
                }
                moves.addAll(moves(before, after, figure, threshold));
            }
        }
        return new Changes(
                false,
                come,
                gone,
                moves.stream()
                        .sorted(Comparator.comparingDouble((Move move) -> Math.rint(Math.abs(move.by()) * SAME))
                                .reversed())
                        .limit(MOST_MOVES)
                        .toList(),
                statistics);
    }

    private static boolean few(Statistic total, int threshold) {
        if (total.before().isEmpty() || total.after().isEmpty()) {
            return false;
        }
        double difference =
                Math.abs(total.after().get().value() - total.before().get().value());
        return difference > 0 && difference < threshold;
    }

    private static List<Statistic> statistics(Published before, Published after) {
        Map<String, PublishedValue.Number> earlier = numbers(before);
        Map<String, PublishedValue.Number> later = numbers(after);
        Set<String> terms = new LinkedHashSet<>(later.keySet());
        terms.addAll(earlier.keySet());
        return terms.stream()
                .map(term -> new Statistic(
                        term, Optional.ofNullable(earlier.get(term)), Optional.ofNullable(later.get(term))))
                .toList();
    }

    /** By term, in the table's order. */
    private static Map<String, PublishedValue.Number> numbers(Published published) {
        Map<String, PublishedValue.Number> numbers = new LinkedHashMap<>();
        published.tables().stream()
                .filter(table -> table.id().equals(STATISTICS))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> {
                    if (row.getFirst() instanceof PublishedValue.Term term
                            && row.getLast() instanceof PublishedValue.Number number
                            && Double.isFinite(number.value())) {
                        numbers.put(term.id(), number);
                    }
                });
        return numbers;
    }

    private static List<Move> moves(Published before, Published after, Figure figure, int threshold) {
        Map<List<String>, Double> earlier = cells(before, figure);
        Map<List<String>, Double> later = cells(after, figure);
        Map<String, Double> earlierRows = totals(before, figure);
        Map<String, Double> laterRows = totals(after, figure);
        List<Move> moves = new ArrayList<>();
        later.forEach((place, now) -> {
            double was = earlier.getOrDefault(place, Double.NaN);
            double rowWas = earlierRows.getOrDefault(place.getFirst(), 0.0);
            double rowNow = laterRows.getOrDefault(place.getFirst(), 0.0);
            if (rowWas > 0 && rowNow > 0 && Math.abs(now - was) >= threshold) {
                Move move = new Move(place.getFirst(), place.getLast(), was, now, was / rowWas, now / rowNow);
                if (Math.abs(move.by()) >= LEAST_MOVE) {
                    moves.add(move);
                }
            }
        });
        return moves;
    }

    /** Published cells by their labels on both axes. */
    private static Map<List<String>, Double> cells(Published published, Figure figure) {
        PublishedTable table = published.table(figure.table());
        int category = table.column(figure.category());
        int series = table.column(figure.series());
        int value = table.column(figure.value());
        Map<List<String>, Double> cells = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> number(row.get(value))
                        .ifPresent(n -> cells.put(List.of(text(row.get(category)), text(row.get(series))), n)));
        return cells;
    }

    /** Published totals of the categories that give the rows. */
    private static Map<String, Double> totals(Published published, Figure figure) {
        PublishedTable table = published.table(figure.total());
        int axis = table.column("axis");
        int category = table.column("category");
        int value = table.column(figure.value());
        Map<String, Double> totals = new LinkedHashMap<>();
        for (List<PublishedValue> row : table.rows()) {
            String of = text(row.get(axis));
            if (of.equals(figure.category()) || of.equals(figure.category() + "s")) {
                number(row.get(value)).ifPresent(n -> totals.put(text(row.get(category)), n));
            }
        }
        return totals;
    }

    private static Set<String> labels(PublishedTable table, String axis) {
        int column = table.column(axis);
        Set<String> labels = new LinkedHashSet<>();
        table.rows().forEach(row -> labels.add(text(row.get(column))));
        return labels;
    }

    private static OptionalDouble number(PublishedValue value) {
        return value instanceof PublishedValue.Number number && Double.isFinite(number.value())
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    private static String text(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> term.id();
            case PublishedValue.Number number -> String.valueOf(number.value());
            case PublishedValue.Flag flag -> String.valueOf(flag.set());
            case PublishedValue.Withheld withheld -> "";
        };
    }
}
