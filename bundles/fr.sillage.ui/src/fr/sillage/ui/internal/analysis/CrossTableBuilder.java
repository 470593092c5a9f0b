package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.ui.export.PublishedNumbers;
import fr.sillage.ui.internal.analysis.CrossTableModel.Field;
import fr.sillage.ui.internal.analysis.CrossTableModel.Row;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import fr.sillage.ui.internal.analysis.CrossTableModel.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Lays the lines of a published table out as rows and columns. */
final class CrossTableBuilder {
    /** Differences are marked where Holm's p lies below. */
    private static final double LEVEL = 0.05;
    /** Residuals from here on are marked more strongly. */
    private static final double STRONG = 6;

    private final Published published;
    private final Figure figure;
    private final Show show;
    private final UnaryOperator<String> terms;
    private final Locale locale;

    CrossTableBuilder(Published published, Figure figure, Show show, UnaryOperator<String> terms, Locale locale) {
        this.published = published;
        this.figure = figure;
        this.show = show;
        this.terms = terms;
        this.locale = locale;
    }

    CrossTableModel build() {
        PublishedTable table = published.table(figure.table());
        int category = table.column(figure.category());
        int series = table.column(figure.series());
        Map<String, Map<String, List<PublishedValue>>> cells = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (List<PublishedValue> line : table.rows()) {
            String column = text(line.get(series));
            columns.add(column);
            cells.computeIfAbsent(text(line.get(category)), key -> new LinkedHashMap<>())
                    .put(column, line);
        }
        Map<String, PublishedValue> rowTotals = totals(figure.category());
        Map<String, PublishedValue> columnTotals = totals(figure.series());
        Optional<PublishedValue> whole = whole();
        List<Row> rows = new ArrayList<>();
        cells.forEach((label, byColumn) -> {
            Optional<PublishedValue> total = Optional.ofNullable(rowTotals.get(label));
            List<Field> fields = columns.stream()
                    .map(column -> Optional.ofNullable(byColumn.get(column))
                            .map(line -> field(
                                    table,
                                    line,
                                    switch (show) {
                                        case COLUMN_SHARE -> Optional.ofNullable(columnTotals.get(column));
                                        case TOTAL_SHARE -> whole;
                                        case COUNT, SHARE, RESIDUAL -> total;
                                    }))
                            .orElse(Field.EMPTY))
                    .toList();
            rows.add(new Row(
                    label,
                    fields,
                    switch (show) {
                        case RESIDUAL -> Field.EMPTY;
                        case COUNT, SHARE -> totalField(total);
                        case COLUMN_SHARE, TOTAL_SHARE ->
                            total.map(value -> shareField(value, whole)).orElse(Field.EMPTY);
                    }));
        });
        return new CrossTableModel(List.copyOf(columns), rows, columnTotals(columns));
    }

    private Optional<Row> columnTotals(Set<String> columns) {
        Map<String, PublishedValue> totals = totals(figure.series());
        if (show == Show.RESIDUAL || totals.isEmpty()) {
            return Optional.empty();
        }
        Optional<PublishedValue> whole = whole();
        List<Field> fields = columns.stream()
                .map(column -> Optional.ofNullable(totals.get(column)))
                .map(total -> show == Show.SHARE || show == Show.TOTAL_SHARE
                        ? total.map(value -> shareField(value, whole)).orElse(Field.EMPTY)
                        : totalField(total))
                .toList();
        return Optional.of(new Row("", fields, totalField(whole)));
    }

    private Field field(PublishedTable table, List<PublishedValue> line, Optional<PublishedValue> total) {
        PublishedValue value = line.get(table.column(figure.value()));
        if (!(value instanceof PublishedValue.Number number)) {
            return Field.HIDDEN;
        }
        Optional<PublishedValue.Number> residual = PublishedNumbers.in(table, line, "residual");
        Field bare = switch (show) {
            case COUNT -> new Field(PublishedNumbers.forPeople(number, 0, locale), Tone.PLAIN);
            case SHARE, COLUMN_SHARE, TOTAL_SHARE -> shareField(value, total);
            case RESIDUAL ->
                residual.map(r -> new Field(PublishedNumbers.forPeople(r, 1, locale), Tone.PLAIN))
                        .orElse(Field.HIDDEN);
        };
        if (bare.tone() == Tone.HIDDEN) {
            return bare;
        }
        Tone tone = tone(residual, PublishedNumbers.in(table, line, "holm_p"));
        return new Field(sign(tone) + bare.text(), tone);
    }

    private static Tone tone(Optional<PublishedValue.Number> residual, Optional<PublishedValue.Number> p) {
        boolean clear = p.filter(number -> number.value() < LEVEL).isPresent();
        if (!clear || residual.isEmpty() || residual.get().value() == 0) {
            return Tone.PLAIN;
        }
        double value = residual.get().value();
        if (value > 0) {
            return value >= STRONG ? Tone.MUCH_MORE : Tone.MORE;
        }
        return value <= -STRONG ? Tone.MUCH_LESS : Tone.LESS;
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case MORE, MUCH_MORE -> "▲ ";
            case LESS, MUCH_LESS -> "▼ ";
            case PLAIN, HIDDEN -> "";
        };
    }

    private Field totalField(Optional<PublishedValue> total) {
        return total.map(value -> value instanceof PublishedValue.Number number
                        ? new Field(PublishedNumbers.forPeople(number, 0, locale), Tone.PLAIN)
                        : Field.HIDDEN)
                .orElse(Field.EMPTY);
    }

    /** A share of a hidden total is as hidden as the total. */
    private Field shareField(PublishedValue part, Optional<PublishedValue> total) {
        OptionalDouble of = total.map(CrossTableBuilder::value).orElse(OptionalDouble.empty());
        OptionalDouble value = value(part);
        if (of.isEmpty() || value.isEmpty()) {
            return Field.HIDDEN;
        }
        if (of.getAsDouble() == 0) {
            return new Field("–", Tone.PLAIN);
        }
        // without the sign: the choice above says it, and the columns stay as narrow as those of counts
        return new Field(
                NumberFormats.decimals(locale, 1, 1).format(100 * value.getAsDouble() / of.getAsDouble()), Tone.PLAIN);
    }

    private static OptionalDouble value(PublishedValue value) {
        return value instanceof PublishedValue.Number number && Double.isFinite(number.value())
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    /** Totals of an axis by category. */
    private Map<String, PublishedValue> totals(String axisName) {
        PublishedTable table = published.table(figure.total());
        int axis = table.column("axis");
        int category = table.column("category");
        int value = table.column(figure.value());
        Map<String, PublishedValue> totals = new LinkedHashMap<>();
        for (List<PublishedValue> line : table.rows()) {
            String of = line.get(axis) instanceof PublishedValue.Term term ? term.id() : text(line.get(axis));
            if (of.equals(axisName) || of.equals(axisName + "s")) {
                totals.put(text(line.get(category)), line.get(value));
            }
        }
        return totals;
    }

    /** All that was counted, where the table of statistics says it. */
    private Optional<PublishedValue> whole() {
        return published.tables().stream()
                .filter(table -> table.id().equals("statistics"))
                .flatMap(table -> table.rows().stream())
                .filter(line -> line.getFirst() instanceof PublishedValue.Term term
                        && term.id().equals(figure.value()))
                .map(List::getLast)
                .findFirst();
    }

    private String text(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> terms.apply(term.id());
            case PublishedValue.Number number -> PublishedNumbers.forPeople(number, 2, locale);
            case PublishedValue.Flag flag -> String.valueOf(flag.set());
            case PublishedValue.Withheld withheld -> "•";
        };
    }
}
