package fr.sillage.core.gate;

import fr.sillage.api.MessageKey;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.api.seal.PublicationSeal;
import java.util.List;
import java.util.Map;

/**
 * A published result as a record for JSON, and back: what the gate let through once, and a silo kept sealed since, it
 * lets through again.
 */
public record PublishedText(
        List<TableText> tables, List<Figure> figures, List<FindingText> findings, ProvenanceText provenance) {
    /** Each value is a text: its kind, then what it holds. */
    public record TableText(String id, List<TableColumn> columns, List<List<String>> rows) {}

    /** A sentence; its arguments as values are. */
    public record FindingText(String contribution, String key, List<ArgumentText> arguments, Severity severity) {}

    /** @param scale empty for a category */
    public record ArgumentText(String value, String scale, int decimals) {}

    /** See {@link Provenance}. */
    public record ProvenanceText(
            String analysis,
            Map<String, String> parameters,
            List<OriginText> data,
            int threshold,
            Unit unit,
            int hiddenCells) {}

    /** See {@link Provenance.Origin}. */
    public record OriginText(String slot, String name, int version, long rows, RowKind kind) {}

    public static PublishedText of(Published published) {
        Provenance from = published.provenance();
        return new PublishedText(
                published.tables().stream()
                        .map(table -> new TableText(
                                table.id(),
                                table.columns(),
                                table.rows().stream()
                                        .map(row -> row.stream()
                                                .map(PublishedText::text)
                                                .toList())
                                        .toList()))
                        .toList(),
                published.figures(),
                published.findings().stream()
                        .map(finding -> new FindingText(
                                finding.key().contribution(),
                                finding.key().key(),
                                finding.arguments().stream()
                                        .map(PublishedText::text)
                                        .toList(),
                                finding.severity()))
                        .toList(),
                new ProvenanceText(
                        from.analysis(),
                        from.parameters().byName(),
                        from.data().stream()
                                .map(origin -> new OriginText(
                                        origin.slot(), origin.name(), origin.version(), origin.rows(), origin.kind()))
                                .toList(),
                        from.threshold(),
                        from.unit(),
                        from.hiddenCells()));
    }

    /** @throws IllegalArgumentException where a value is something else */
    public Published published() {
        return Published.seal(
                new PublicationSeal(),
                tables.stream()
                        .map(table -> new PublishedTable(
                                table.id(),
                                table.columns(),
                                table.rows().stream()
                                        .map(row -> row.stream()
                                                .map(PublishedText::value)
                                                .toList())
                                        .toList()))
                        .toList(),
                figures,
                findings.stream()
                        .map(finding -> new PublishedFinding(
                                new MessageKey(finding.contribution(), finding.key()),
                                finding.arguments().stream()
                                        .map(PublishedText::argument)
                                        .toList(),
                                finding.severity()))
                        .toList(),
                new Provenance(
                        provenance.analysis(),
                        new Values(provenance.parameters()),
                        provenance.data().stream()
                                .map(origin -> new Provenance.Origin(
                                        origin.slot(), origin.name(), origin.version(), origin.rows(), origin.kind()))
                                .toList(),
                        provenance.threshold(),
                        provenance.unit(),
                        provenance.hiddenCells()));
    }

    private static String text(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> "l" + label.text();
            case PublishedValue.Term term -> "t" + term.id();
            case PublishedValue.Flag flag -> flag.set() ? "f1" : "f0";
            case PublishedValue.Withheld withheld -> "w";
            case PublishedValue.Number number -> text(number.value(), number.precision());
        };
    }

    private static PublishedValue value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'l' -> new PublishedValue.Label(rest);
            case 't' -> new PublishedValue.Term(rest);
            case 'f' -> new PublishedValue.Flag(rest.equals("1"));
            case 'w' -> PublishedValue.Withheld.INSTANCE;
            default -> number(text);
        };
    }

    /** Whole numbers are the most, and short this way. */
    private static String text(double value, Precision precision) {
        String number = value == Math.rint(value) && Math.abs(value) < 1e15 && !(value == 0 && 1 / value < 0)
                ? Long.toString((long) value)
                : Double.toString(value);
        return switch (precision.kind()) {
            case EXACT -> "n" + number;
            case SIGNIFICANT -> "s" + precision.digits() + ":" + number;
            case DECIMALS -> "d" + precision.digits() + ":" + number;
        };
    }

    private static PublishedValue.Number number(String text) {
        if (text.charAt(0) == 'n') {
            return new PublishedValue.Number(Double.parseDouble(text.substring(1)), Precision.EXACT);
        }
        Precision.Kind kind = switch (text.charAt(0)) {
            case 's' -> Precision.Kind.SIGNIFICANT;
            case 'd' -> Precision.Kind.DECIMALS;
            default -> throw new IllegalArgumentException("not a published value");
        };
        int end = text.indexOf(':');
        return new PublishedValue.Number(
                Double.parseDouble(text.substring(end + 1)),
                new Precision(kind, Integer.parseInt(text.substring(1, end))));
    }

    private static ArgumentText text(PublishedFinding.Argument argument) {
        return switch (argument) {
            case PublishedFinding.Argument.Category category -> new ArgumentText("l" + category.label(), "", 0);
            case PublishedFinding.Argument.Amount amount ->
                new ArgumentText(
                        text(amount.value(), amount.precision()), amount.scale().name(), amount.decimals());
        };
    }

    private static PublishedFinding.Argument argument(ArgumentText text) {
        if (text.scale().isEmpty()) {
            return new PublishedFinding.Argument.Category(text.value().substring(1));
        }
        PublishedValue.Number number = number(text.value());
        return new PublishedFinding.Argument.Amount(
                number.value(), number.precision(), Scale.valueOf(text.scale()), text.decimals());
    }
}
