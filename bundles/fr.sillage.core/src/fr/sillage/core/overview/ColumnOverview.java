package fr.sillage.core.overview;

import fr.sillage.api.published.Published;
import java.util.Objects;

/**
 * What one column of a data set holds, as far as it may be seen. The result has two tables:
 *
 * <ul>
 *   <li>{@code values} (value, rows): a line for each value, band, month or year, in the order to be shown; then
 *       {@code others} for those that are many or of few persons, and {@code missing}. Rows without a value that are of
 *       few persons are among the others: then there is the term {@code others_missing}. Without single values, as of
 *       free text, the one line of what is there is {@code present}.
 *   <li>{@code summary} (name, value): {@code rows}, {@code persons}, {@code distinct} and {@code others}, the number of
 *       values in the line {@code others}.
 * </ul>
 *
 * @param column name of the column
 * @param shape what the lines of {@code values} are
 * @param atLeast whether there are more different values than {@code distinct} says
 */
public record ColumnOverview(String column, Shape shape, boolean atLeast, Published published) {
    /** What stands for single values. */
    public enum Shape {
        VALUES,
        BANDS,
        /** {@code 2026-03}. */
        MONTHS,
        YEARS,
        /** Free text, person keys, or too many values: no single one is told. */
        NONE
    }

    public ColumnOverview {
        Objects.requireNonNull(column);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(published);
    }
}
