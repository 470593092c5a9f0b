package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.overview.ColumnOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One column of a data set with what is known of it so far. Numbers come from the published overview alone.
 *
 * @param treatment what was done to it at its import, where that is known
 * @param failed whether the overview could not be computed
 */
record ColumnLine(Field field, Optional<Treatment> treatment, Optional<ColumnOverview> overview, boolean failed) {
    /** Stands for what is hidden, as in every table. */
    static final String HIDDEN = "•";

    private static final String LATER = "…";
    private static final String NONE = "—";

    ColumnLine {
        Objects.requireNonNull(field);
        Objects.requireNonNull(treatment);
        Objects.requireNonNull(overview);
    }

    ColumnLine(Field field, Optional<Treatment> treatment) {
        this(field, treatment, Optional.empty(), false);
    }

    ColumnLine with(Optional<ColumnOverview> seen) {
        return new ColumnLine(field, treatment, seen, seen.isEmpty());
    }

    /**
     * One part of a distribution.
     *
     * @param rows rounded
     * @param share of all rows
     * @param shown the share in words
     */
    record Part(String name, long rows, double share, String shown, boolean value) {}

    /** To how many rows the numbers of the parts are rounded; 1 where they are exact. */
    long step() {
        return summary("step").orElse(1);
    }

    /** Share of rows without a value. */
    String missing(DataWording words) {
        if (overview.isEmpty()) {
            return failed ? NONE : LATER;
        }
        OptionalLong all = summary("rows");
        if (all.isEmpty() || line("others_missing").isPresent()) {
            return HIDDEN;
        }
        Optional<PublishedValue> rows = line("missing");
        return rows.isEmpty()
                ? words.percent(0)
                : number(rows.get()).isEmpty()
                        ? HIDDEN
                        : percent(number(rows.get()).getAsLong(), all.getAsLong(), words);
    }

    /** How many different values there are. */
    String distinct(DataWording words) {
        if (overview.isEmpty()) {
            return failed ? NONE : LATER;
        }
        if (field.type() == Type.TEXT) {
            return NONE;
        }
        OptionalLong distinct = summary("distinct");
        return distinct.isEmpty()
                ? HIDDEN
                : words.get(
                        overview.get().atLeast() ? "column.least" : "column.exactly",
                        words.number(distinct.getAsLong()));
    }

    /** What the rows fall into; none where that is not known or hidden. */
    List<Part> parts(DataWording words) {
        List<Part> parts = new ArrayList<>();
        OptionalLong all = summary("rows");
        if (overview.isEmpty() || all.isEmpty()) {
            return parts;
        }
        for (List<PublishedValue> row :
                overview.get().published().table("values").rows()) {
            OptionalLong rows = number(row.getLast());
            if (rows.isPresent()) {
                boolean value = row.getFirst() instanceof PublishedValue.Label;
                parts.add(new Part(
                        name(row.getFirst(), words),
                        rows.getAsLong(),
                        share(rows.getAsLong(), all.getAsLong()),
                        percent(rows.getAsLong(), all.getAsLong(), words),
                        value));
            }
        }
        return parts;
    }

    /** One sentence on what is in it. */
    String sentence(DataWording words) {
        if (failed) {
            return words.get("column.failed");
        }
        if (overview.isEmpty()) {
            return words.get("column.computing");
        }
        OptionalLong distinct = summary("distinct");
        if (summary("rows").isEmpty()) {
            return words.get("column.hidden");
        }
        if (field.roles().contains(RoleId.SUBJECT) && distinct.isPresent()) {
            return words.get("column.persons", distinct.getAsLong());
        }
        if (field.type() == Type.TEXT || distinct.isEmpty()) {
            return words.get("column.text");
        }
        return overview.get().atLeast()
                ? words.get("column.values.least", distinct.getAsLong())
                : words.get("column.values", distinct.getAsLong());
    }

    /** How many persons the data set is of; empty where that is hidden or not known. */
    OptionalLong persons() {
        return summary("persons");
    }

    private String name(PublishedValue value, DataWording words) {
        return switch (value) {
            case PublishedValue.Label label -> label(label.text(), words);
            case PublishedValue.Term term ->
                words.get("part." + term.id(), summary("others").orElse(0));
            default -> HIDDEN;
        };
    }

    private String label(String text, DataWording words) {
        if (overview.orElseThrow().shape() == ColumnOverview.Shape.MONTHS) {
            return words.month(text);
        }
        boolean comma = words.locale().getLanguage().equals(Locale.FRENCH.getLanguage());
        return comma && field.type() == Type.DECIMAL ? text.replace('.', ',') : text;
    }

    private Optional<PublishedValue> line(String term) {
        return overview.stream()
                .flatMap(o -> o.published().table("values").rows().stream())
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(term)))
                .map(List::getLast)
                .findFirst();
    }

    private OptionalLong summary(String term) {
        return overview.stream()
                .flatMap(o -> o.published().table("summary").rows().stream())
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(term)))
                .map(row -> number(row.getLast()))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong number(PublishedValue value) {
        return value instanceof PublishedValue.Number number
                ? OptionalLong.of(Math.round(number.value()))
                : OptionalLong.empty();
    }

    /** What is rounded down to nothing is not nothing. */
    private String percent(long part, long all, DataWording words) {
        return part == 0 && all > 0 ? words.below(share((step() + 1) / 2, all)) : words.percent(share(part, all));
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : part / (double) all;
    }
}
