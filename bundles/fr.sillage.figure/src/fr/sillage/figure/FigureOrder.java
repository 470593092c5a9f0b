package fr.sillage.figure;

import java.util.List;

/**
 * In which order categories and series stand. What is not named here follows in the order of the table.
 *
 * @param categories labels
 * @param series labels
 */
public record FigureOrder(List<String> categories, List<String> series) {
    /** As the analysis has them. */
    public static final FigureOrder OF_THE_TABLE = new FigureOrder(List.of(), List.of());

    public FigureOrder {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }
}
