package fr.sillage.core.internal.export;

import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.overview.ColumnOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a data set tells of a column, and no more.
 *
 * @param step to how many rows the numbers are rounded; 1 where they are exact
 */
record ColumnNumbers(ColumnOverview overview, Type type, Optional<Long> all, long step) {
    /** Stands for a part that is one value or band. */
    static final String VALUE = "value";

    /**
     * A line of the distribution.
     *
     * @param kind {@link #VALUE}, or the term of {@link ColumnOverview}
     * @param value empty where the part is none
     * @param rows rounded
     */
    record Part(String kind, String value, long rows) {}

    static ColumnNumbers of(ColumnOverview overview, Type type) {
        return new ColumnNumbers(
                overview,
                type,
                summary(overview.published(), "rows"),
                summary(overview.published(), "step").orElse(1L));
    }

    Optional<Long> persons() {
        return summary(overview.published(), "persons");
    }

    /** Of free text nobody is told how many there are. */
    Optional<Long> distinct() {
        return type == Type.TEXT ? Optional.empty() : summary(overview.published(), "distinct");
    }

    boolean atLeast() {
        return overview.atLeast() && distinct().isPresent();
    }

    /** How many values the line of the others stands for. */
    Optional<Long> others() {
        return summary(overview.published(), "others");
    }

    /** Rows without a value; empty where that is hidden. */
    Optional<Long> missing() {
        if (all.isEmpty() || line("others_missing").isPresent()) {
            return Optional.empty();
        }
        Optional<PublishedValue> rows = line("missing");
        return rows.isPresent() ? number(rows.get()) : Optional.of(0L);
    }

    /** Parts whose rows are told. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (all.isEmpty()) {
            return parts;
        }
        for (List<PublishedValue> row : overview.published().table("values").rows()) {
            number(row.getLast()).ifPresent(rows -> {
                switch (row.getFirst()) {
                    case PublishedValue.Label label -> parts.add(new Part(VALUE, label.text(), rows));
                    case PublishedValue.Term term -> parts.add(new Part(term.id(), "", rows));
                    default -> {
                        // the name of a part is a value of the column or a word for several
                    }
                }
            });
        }
        return parts;
    }

    private Optional<PublishedValue> line(String term) {
        return overview.published().table("values").rows().stream()
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(term)))
                .map(List::getLast)
                .findFirst();
    }

    private static Optional<Long> summary(Published published, String term) {
        return published.table("summary").rows().stream()
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(term)))
                .flatMap(row -> number(row.getLast()).stream())
                .findFirst();
    }

    private static Optional<Long> number(PublishedValue value) {
        return value instanceof PublishedValue.Number number && Double.isFinite(number.value())
                ? Optional.of(Math.round(number.value()))
                : Optional.empty();
    }
}
