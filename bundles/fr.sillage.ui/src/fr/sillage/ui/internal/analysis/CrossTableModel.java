package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.figure.FigureOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of one line per cell, laid out as rows and columns with their totals. Holds what is shown and nothing else.
 *
 * @param columns headings, without those of rows and totals
 * @param totals totals of the columns; empty where there are none to show
 */
record CrossTableModel(List<String> columns, List<Row> rows, Optional<Row> totals) {
    /** What the cells show. */
    enum Show {
        COUNT,
        /** Of the row's total. */
        SHARE,
        /** Of the column's total. */
        COLUMN_SHARE,
        /** Of all that was counted. */
        TOTAL_SHARE,
        /** Adjusted residual; totals have none. */
        RESIDUAL
    }

    /** How a cell stands to what was to be expected. */
    enum Tone {
        PLAIN,
        MORE,
        MUCH_MORE,
        LESS,
        MUCH_LESS,
        HIDDEN
    }

    /** One field; its text holds the sign of its tone. */
    record Field(String text, Tone tone) {
        static final Field HIDDEN = new Field("•", Tone.HIDDEN);
        static final Field EMPTY = new Field("", Tone.PLAIN);
    }

    record Row(String label, List<Field> fields, Field total) {
        Row {
            fields = List.copyOf(fields);
        }

        private Row in(List<Integer> places) {
            return new Row(label, places.stream().map(fields::get).toList(), total);
        }
    }

    CrossTableModel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param figure names table and columns; the table may have {@code residual} and {@code holm_p} besides
     * @param terms the reader's word for a term's id
     */
    static CrossTableModel of(
            Published published, Figure figure, Show show, UnaryOperator<String> terms, Locale locale) {
        return new CrossTableBuilder(published, figure, show, terms, locale).build();
    }

    /** The same, its lines in an order. */
    CrossTableModel in(FigureOrder order) {
        Map<String, Integer> place = new HashMap<>();
        columns.forEach(column -> place.put(column, place.size()));
        Map<String, Row> byLabel = rows.stream().collect(Collectors.toMap(Row::label, row -> row, (a, b) -> a));
        List<Integer> places = order.series().stream().map(place::get).toList();
        return new CrossTableModel(
                order.series(),
                order.categories().stream()
                        .map(byLabel::get)
                        .map(row -> row.in(places))
                        .toList(),
                totals.map(row -> row.in(places)));
    }

    /** Whether a field has this tone or another of the given ones. */
    boolean shows(Tone... tones) {
        Set<Tone> wanted = Set.of(tones);
        return rows.stream()
                        .anyMatch(row -> wanted.contains(row.total().tone())
                                || row.fields().stream().anyMatch(field -> wanted.contains(field.tone())))
                || totals.stream().flatMap(row -> row.fields().stream()).anyMatch(f -> wanted.contains(f.tone()));
    }
}
