package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.figure.FigureOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** In which order the categories of both axes stand: the rows are the figure's categories, the columns its series. */
final class CrossOrder {
    /** What categories are sorted by. */
    enum Sort {
        /** As the analysis has them. */
        LABEL,
        /** The largest first. */
        SIZE,
        /** The farthest from what was expected first. */
        RESIDUAL;

        Sort next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private final Published published;
    private final Figure figure;
    private final UnaryOperator<String> terms;

    private CrossOrder(Published published, Figure figure, UnaryOperator<String> terms) {
        this.published = published;
        this.figure = figure;
        this.terms = terms;
    }

    /** @param terms the reader's word for a term's id */
    static FigureOrder of(Published published, Figure figure, Sort rows, Sort columns, UnaryOperator<String> terms) {
        CrossOrder order = new CrossOrder(published, figure, terms);
        return new FigureOrder(order.sorted(figure.category(), rows), order.sorted(figure.series(), columns));
    }

    private List<String> sorted(String axis, Sort sort) {
        PublishedTable table = published.table(figure.table());
        int column = table.column(axis);
        Set<String> labels = new LinkedHashSet<>();
        table.rows().forEach(line -> labels.add(text(line.get(column))));
        Map<String, Double> keys = switch (sort) {
            case LABEL -> Map.of();
            case SIZE -> sizes(axis);
            case RESIDUAL -> residuals(table, column);
        };
        // what has no key, because it is hidden, comes last
        return labels.stream()
                .sorted(Comparator.comparingDouble(label -> -keys.getOrDefault(label, -1.0)))
                .toList();
    }

    private Map<String, Double> sizes(String axis) {
        PublishedTable margins = published.table(figure.total());
        int axisColumn = margins.column("axis");
        int category = margins.column("category");
        int value = margins.column(figure.value());
        Map<String, Double> sizes = new HashMap<>();
        for (List<PublishedValue> line : margins.rows()) {
            String of =
                    line.get(axisColumn) instanceof PublishedValue.Term term ? term.id() : text(line.get(axisColumn));
            if (of.equals(axis) || of.equals(axis + "s")) {
                number(line.get(value)).ifPresent(size -> sizes.put(text(line.get(category)), size));
            }
        }
        return sizes;
    }

    /** The farthest of each category. */
    private Map<String, Double> residuals(PublishedTable table, int column) {
        Map<String, Double> farthest = new HashMap<>();
        IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals("residual"))
                .findFirst()
                .ifPresent(residual -> table.rows()
                        .forEach(line -> farthest.merge(
                                text(line.get(column)),
                                Math.abs(number(line.get(residual)).orElse(0)),
                                Math::max)));
        return farthest;
    }

    private static OptionalDouble number(PublishedValue value) {
        return value instanceof PublishedValue.Number number && Double.isFinite(number.value())
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    private String text(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> terms.apply(term.id());
            case PublishedValue.Number number -> String.valueOf(number.value());
            case PublishedValue.Flag flag -> String.valueOf(flag.set());
            case PublishedValue.Withheld withheld -> "";
        };
    }
}
