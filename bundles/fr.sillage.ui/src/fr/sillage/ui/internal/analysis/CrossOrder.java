package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * In which order the categories of both axes stand.
 *
 * @param rows labels of the rows
 * @param columns labels of the columns
 */
record CrossOrder(List<String> rows, List<String> columns) {
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

    CrossOrder {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    static CrossOrder of(Published published, Figure figure, Sort rows, Sort columns) {
        return new CrossOrder(
                sorted(published, figure, figure.category(), rows),
                sorted(published, figure, figure.series(), columns));
    }

    private static List<String> sorted(Published published, Figure figure, String axis, Sort sort) {
        PublishedTable table = published.table(figure.table());
        int column = table.column(axis);
        Set<String> labels = new LinkedHashSet<>();
        table.rows().forEach(line -> labels.add(text(line.get(column))));
        ToDoubleFunction<String> key = switch (sort) {
            case LABEL -> label -> 0;
            case SIZE -> label -> size(published, figure, axis, label);
            case RESIDUAL -> label -> residual(table, column, label);
        };
        return labels.stream()
                .sorted(Comparator.comparingDouble((String label) -> -key.applyAsDouble(label)))
                .toList();
    }

    /** What is hidden comes last. */
    private static double size(Published published, Figure figure, String axis, String label) {
        PublishedTable margins = published.table(figure.total());
        int axisColumn = margins.column("axis");
        int category = margins.column("category");
        int value = margins.column(figure.value());
        return margins.rows().stream()
                .filter(line -> {
                    String of = text(line.get(axisColumn));
                    return (of.equals(axis) || of.equals(axis + "s"))
                            && text(line.get(category)).equals(label);
                })
                .mapToDouble(line -> number(line.get(value)).orElse(-1))
                .findFirst()
                .orElse(-1);
    }

    private static double residual(PublishedTable table, int column, String label) {
        int residual = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals("residual"))
                .findFirst()
                .orElse(-1);
        return residual < 0
                ? 0
                : table.rows().stream()
                        .filter(line -> text(line.get(column)).equals(label))
                        .mapToDouble(line -> Math.abs(number(line.get(residual)).orElse(0)))
                        .max()
                        .orElse(0);
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
