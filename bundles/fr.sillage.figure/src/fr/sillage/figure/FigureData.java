package fr.sillage.figure;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a figure of stacked shares draws, computed from the published tables and nothing else. The table of totals has
 * the columns {@code axis} (the name of the figure's category column, or its plural), {@code category} and one of the
 * figure's value's name.
 *
 * @param series names of the parts, in the table's order; the last stands for {@code folded} where that is not empty
 * @param folded names of the parts that are drawn as one
 * @param bars from top to bottom: of more than {@link #MOST_BARS} the largest
 * @param categories how many bars there would be
 */
public record FigureData(List<String> series, List<String> folded, List<Bar> bars, int categories) {
    /** So many parts have a colour of their own. */
    public static final int MOST_SERIES = FigureColors.SERIES.size();
    /** Of more bars nobody reads the names, and a document has no page for them. */
    public static final int MOST_BARS = 50;

    /**
     * One bar.
     *
     * @param shares percentages of the bar's total, in the order of the series
     * @param hidden percentage that the gate hides: the total less what is shown
     * @param known whether the total is published; if not, there are no shares to draw
     */
    public record Bar(String category, List<Double> shares, double hidden, boolean known) {
        public Bar {
            shares = List.copyOf(shares);
        }
    }

    public FigureData {
        series = List.copyOf(series);
        folded = List.copyOf(folded);
        bars = List.copyOf(bars);
    }

    /**
     * @param terms the reader's word for a term's id
     * @throws IllegalArgumentException where the figure names a table or column that is not there
     */
    public static FigureData of(
            Published published, Figure figure, FigureOrder order, UnaryOperator<String> terms, FigureTexts texts) {
        Map<String, Map<String, Double>> cells =
                ordered(cells(published.table(figure.table()), figure, terms), order.categories());
        Set<String> names = new LinkedHashSet<>(order.series());
        Set<String> there = names(published.table(figure.table()), figure.series(), terms);
        names.retainAll(there);
        names.addAll(there);
        Set<String> kept = kept(names, cells);
        List<String> folded =
                names.stream().filter(name -> !kept.contains(name)).toList();
        List<String> series = new ArrayList<>(kept);
        if (!folded.isEmpty()) {
            series.add(texts.others(folded.size()));
        }
        Map<String, Double> totals = totals(published.table(figure.total()), figure, terms);
        Set<String> drawn = drawn(cells.keySet(), totals);
        List<Bar> bars = new ArrayList<>();
        for (var row : cells.entrySet()) {
            if (!drawn.contains(row.getKey())) {
                continue;
            }
            List<Double> values = kept.stream()
                    .map(name -> row.getValue().getOrDefault(name, 0.0))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!folded.isEmpty()) {
                values.add(folded.stream()
                        .mapToDouble(name -> row.getValue().getOrDefault(name, 0.0))
                        .sum());
            }
            bars.add(bar(row.getKey(), values, Optional.ofNullable(totals.get(row.getKey()))));
        }
        return new FigureData(series, folded, bars, cells.size());
    }

    private static <V> Map<String, V> ordered(Map<String, V> map, List<String> first) {
        Map<String, V> ordered = new LinkedHashMap<>();
        first.stream().filter(map::containsKey).forEach(key -> ordered.put(key, map.get(key)));
        map.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** The largest; a hidden total is small. */
    private static Set<String> drawn(Set<String> categories, Map<String, Double> totals) {
        return categories.stream()
                .sorted(Comparator.comparingDouble(category -> -totals.getOrDefault(category, -1.0)))
                .limit(MOST_BARS)
                .collect(Collectors.toSet());
    }

    /** Whether a part of a bar is hidden, or a whole bar. */
    public boolean hides() {
        return bars.stream().anyMatch(bar -> !bar.known() || bar.hidden() > 0);
    }

    private static Bar bar(String category, List<Double> values, Optional<Double> total) {
        if (total.isEmpty()) {
            return new Bar(category, values.stream().map(value -> 0.0).toList(), 0, false);
        }
        double shown = values.stream().mapToDouble(Double::doubleValue).sum();
        // a rounded total may lie under the sum of its cells
        double whole = Math.max(total.get(), shown);
        double scale = whole > 0 ? 100 / whole : 0;
        return new Bar(category, values.stream().map(value -> value * scale).toList(), (whole - shown) * scale, true);
    }

    /** The largest keep their own colour; they stay in the table's order. */
    private static Set<String> kept(Set<String> names, Map<String, Map<String, Double>> cells) {
        if (names.size() <= MOST_SERIES) {
            return names;
        }
        Map<String, Double> sizes = new HashMap<>();
        cells.values().forEach(row -> row.forEach((name, value) -> sizes.merge(name, value, Double::sum)));
        Set<String> largest = names.stream()
                .sorted(Comparator.comparingDouble(name -> -sizes.getOrDefault(name, 0.0)))
                .limit(MOST_SERIES - 1)
                .collect(Collectors.toSet());
        return names.stream().filter(largest::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Published values by category and series. */
    private static Map<String, Map<String, Double>> cells(
            PublishedTable table, Figure figure, UnaryOperator<String> terms) {
        int category = table.column(figure.category());
        int series = table.column(figure.series());
        int value = table.column(figure.value());
        Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
        for (List<PublishedValue> row : table.rows()) {
            Map<String, Double> bar =
                    cells.computeIfAbsent(text(row.get(category), terms), key -> new LinkedHashMap<>());
            number(row.get(value)).ifPresent(number -> bar.put(text(row.get(series), terms), number));
        }
        return cells;
    }

    private static Set<String> names(PublishedTable table, String column, UnaryOperator<String> terms) {
        int index = table.column(column);
        return table.rows().stream()
                .map(row -> text(row.get(index), terms))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Double> totals(PublishedTable table, Figure figure, UnaryOperator<String> terms) {
        int axis = table.column("axis");
        int category = table.column("category");
        int value = table.column(figure.value());
        Map<String, Double> totals = new LinkedHashMap<>();
        for (List<PublishedValue> row : table.rows()) {
            String of = text(row.get(axis), UnaryOperator.identity());
            if (of.equals(figure.category()) || of.equals(figure.category() + "s")) {
                number(row.get(value)).ifPresent(number -> totals.put(text(row.get(category), terms), number));
            }
        }
        return totals;
    }

    private static OptionalDouble number(PublishedValue value) {
        return value instanceof PublishedValue.Number number && Double.isFinite(number.value())
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    private static String text(PublishedValue value, UnaryOperator<String> terms) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> terms.apply(term.id());
            case PublishedValue.Number number -> String.valueOf(number.value());
            case PublishedValue.Flag flag -> String.valueOf(flag.set());
            case PublishedValue.Withheld withheld -> "";
        };
    }
}
