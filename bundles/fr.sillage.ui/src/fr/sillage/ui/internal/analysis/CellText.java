package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.export.PublishedNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All numbers of one cell as a sentence. */
final class CellText {
    private final Published published;
    private final Figure figure;
    private final Wording wording;

    CellText(Published published, Figure figure, Wording wording) {
        this.published = published;
        this.figure = figure;
        this.wording = wording;
    }

    /** @param row category, column series of the figure */
    String of(String row, String column) {
        PublishedTable table = published.table(figure.table());
        Optional<List<PublishedValue>> line = table.rows().stream()
                .filter(l -> label(l.get(table.column(figure.category()))).equals(row)
                        && label(l.get(table.column(figure.series()))).equals(column))
                .findFirst();
        Optional<PublishedValue.Number> count = line.flatMap(l -> PublishedNumbers.in(table, l, figure.value()));
        if (count.isEmpty()) {
            return wording.own("bar.hidden", row, column);
        }
        List<String> parts = new ArrayList<>();
        boolean rows = published.provenance().unit() == Unit.ROW;
        parts.add(wording.own(
                "bar.count",
                PublishedNumbers.forPeople(count.get(), 0, wording.locale()),
                rows ? wording.rows() : wording.own("export.unit.SUBJECT")));
        parts.add(wording.own(
                "bar.shares",
                share(count.get(), total(figure.category(), row)),
                share(count.get(), total(figure.series(), column)),
                share(count.get(), whole())));
        PublishedNumbers.in(table, line.get(), "expected")
                .ifPresent(n ->
                        parts.add(wording.own("bar.expected", PublishedNumbers.forPeople(n, 1, wording.locale()))));
        PublishedNumbers.in(table, line.get(), "residual")
                .ifPresent(n ->
                        parts.add(wording.own("bar.residual", PublishedNumbers.forPeople(n, 1, wording.locale()))));
        PublishedNumbers.in(table, line.get(), "holm_p")
                .ifPresent(n -> parts.add(wording.own("bar.p", probability(n))));
        return wording.own("bar.numbers", row, column, String.join(" · ", parts));
    }

    private String probability(PublishedValue.Number p) {
        return p.value() < 0.001
                ? "< " + NumberFormats.decimals(wording.locale(), 3, 3).format(0.001)
                : "= " + PublishedNumbers.forPeople(p, 3, wording.locale());
    }

    private String share(PublishedValue.Number part, OptionalDouble whole) {
        return whole.isEmpty() || whole.getAsDouble() == 0
                ? "•"
                : NumberFormats.percent(wording.locale(), 1).format(part.value() / whole.getAsDouble());
    }

    private OptionalDouble total(String axis, String category) {
        PublishedTable margins = published.table(figure.total());
        return margins.rows().stream()
                .filter(l -> {
                    String of = label(l.get(margins.column("axis")));
                    return (of.equals(axis) || of.equals(axis + "s"))
                            && label(l.get(margins.column("category"))).equals(category);
                })
                .map(l -> l.get(margins.column(figure.value())))
                .filter(PublishedValue.Number.class::isInstance)
                .mapToDouble(v -> ((PublishedValue.Number) v).value())
                .findFirst();
    }

    private OptionalDouble whole() {
        return published.tables().stream()
                .filter(table -> table.id().equals("statistics"))
                .flatMap(table -> table.rows().stream())
                .filter(l -> label(l.getFirst()).equals(figure.value()))
                .map(List::getLast)
                .filter(PublishedValue.Number.class::isInstance)
                .mapToDouble(v -> ((PublishedValue.Number) v).value())
                .findFirst();
    }

    private String label(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> term.id().equals(Texts.RARE) ? wording.term(term.id()) : term.id();
            case PublishedValue.Number number -> String.valueOf(number.value());
            case PublishedValue.Flag flag -> String.valueOf(flag.set());
            case PublishedValue.Withheld withheld -> "";
        };
    }
}
