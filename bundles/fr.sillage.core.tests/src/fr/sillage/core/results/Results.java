package fr.sillage.core.results;

import fr.sillage.api.MessageKey;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedFinding.Argument;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.api.seal.PublicationSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Published crossings for tests, line by line. */
public final class Results {
    private static final Figure FIGURE =
            new Figure("shares", Figure.Kind.STACKED_SHARES, "counts", "row", "column", "rows", "margins");

    private final List<List<PublishedValue>> counts = new ArrayList<>();
    private final List<List<PublishedValue>> margins = new ArrayList<>();
    private final List<List<PublishedValue>> statistics = new ArrayList<>();

    public static PublishedValue number(double value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }

    public Results cell(String row, String column, PublishedValue rows) {
        counts.add(List.of(
                new PublishedValue.Label(row),
                new PublishedValue.Label(column),
                rows,
                new PublishedValue.Flag(rows instanceof PublishedValue.Withheld)));
        return this;
    }

    public Results row(String row, double rows) {
        margins.add(List.of(new PublishedValue.Term("row"), new PublishedValue.Label(row), number(rows)));
        return this;
    }

    public Results statistic(String term, PublishedValue value) {
        statistics.add(List.of(new PublishedValue.Term(term), value));
        return this;
    }

    public Published published() {
        return Published.seal(
                new PublicationSeal(),
                List.of(
                        table("counts", counts, "row", "column", "rows", "hidden"),
                        table("margins", margins, "axis", "category", "rows"),
                        table("statistics", statistics, "name", "value")),
                List.of(FIGURE),
                List.of(new PublishedFinding(
                        new MessageKey("test", "finding.link"),
                        List.of(
                                new Argument.Category("l'été, \"déjà\""),
                                new Argument.Amount(0.25, new Precision(Precision.Kind.DECIMALS, 2), Scale.SHARE, 1)),
                        Severity.FINDING)),
                new Provenance(
                        "test",
                        new Values(Map.of("rows", "région")),
                        List.of(new Provenance.Origin("slot", "data", 1, 100, RowKind.EVENT)),
                        5,
                        Unit.SUBJECT,
                        1));
    }

    private static PublishedTable table(String id, List<List<PublishedValue>> rows, String... columns) {
        return new PublishedTable(
                id,
                List.of(columns).stream()
                        .map(name -> new TableColumn(name, Kind.LABEL))
                        .toList(),
                rows);
    }
}
