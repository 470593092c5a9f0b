package fr.sillage.cli.internal;

import fr.sillage.api.analysis.Severity;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A published result for people: what was found first, then the tables, then where it comes from. */
final class ResultText {
    private final Texts texts;
    private final Words words;
    private final NumberText numbers;

    ResultText(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
        this.numbers = new NumberText(words.locale());
    }

    List<String> lines(AnalysisDescriptor analysis, Published result) {
        List<String> lines = new ArrayList<>();
        lines.add(analysis.name(words.locale()));
        if (!result.findings().isEmpty()) {
            lines.add("");
            result.findings().forEach(finding -> lines.add(sentence(finding)));
        }
        for (PublishedTable table : result.tables()) {
            lines.add("");
            lines.add(texts.text(analysis.id(), "table." + table.id(), words.locale()));
            lines.addAll(table(analysis, table));
        }
        lines.add("");
        lines.addAll(provenance(result.provenance()));
        return lines;
    }

    private String sentence(PublishedFinding finding) {
        String text = TextTable.plain(texts.sentence(finding, words.locale()));
        return finding.severity() == Severity.WARNING ? words.text("result.warning", text) : "- " + text;
    }

    private List<String> table(AnalysisDescriptor analysis, PublishedTable table) {
        List<String> heads = table.columns().stream()
                .map(column -> texts.text(analysis.id(), "column." + column.name(), words.locale()))
                .toList();
        List<Boolean> right = table.columns().stream()
                .map(column -> switch (column.kind()) {
                    case LABEL, TERM, FLAG -> false;
                    case INTEGER, DECIMAL, PROBABILITY -> true;
                })
                .toList();
        List<List<String>> rows = table.rows().stream()
                .map(row -> {
                    List<String> fields = new ArrayList<>();
                    for (int i = 0; i < row.size(); i++) {
                        fields.add(field(analysis, table.columns().get(i).kind(), row.get(i)));
                    }
                    return fields;
                })
                .toList();
        return TextTable.lines(heads, right, rows);
    }

    private String field(AnalysisDescriptor analysis, TableColumn.Kind kind, PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> texts.text(analysis.id(), "term." + term.id(), words.locale());
            case PublishedValue.Flag flag -> words.text(flag.set() ? "result.yes" : "result.no");
            case PublishedValue.Withheld withheld -> words.text("result.withheld");
            case PublishedValue.Number number -> numbers.text(number, kind);
        };
    }

    /** Sentences about where the numbers come from. */
    List<String> provenance(Provenance from) {
        List<String> lines = new ArrayList<>();
        if (from.hiddenCells() > 0) {
            lines.add(words.text("result.hidden", from.hiddenCells(), from.threshold()));
        }
        from.data()
                .forEach(origin ->
                        lines.add(words.text("result.origin", TextTable.plain(origin.name()), origin.rows())));
        lines.add(words.text("result.unit." + from.unit(), from.threshold()));
        return lines;
    }
}
