package fr.sillage.cli.internal;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A published result for machines: one JSON document. */
final class ResultJson {
    private final Texts texts;
    private final Locale locale;

    ResultJson(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    String document(AnalysisDescriptor analysis, Published result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("analysis", analysis.alias());
        document.put(
                "parameters", new TreeMap<>(result.provenance().parameters().byName()));
        document.put(
                "tables",
                result.tables().stream().map(table -> table(analysis, table)).toList());
        document.put(
                "findings",
                result.findings().stream()
                        .map(finding -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("key", finding.key().key());
                            entry.put("text", texts.sentence(finding, locale));
                            return entry;
                        })
                        .toList());
        document.put("provenance", provenance(result.provenance()));
        return Json.of(document);
    }

    private Map<String, Object> table(AnalysisDescriptor analysis, PublishedTable table) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", table.id());
        entry.put("title", texts.text(analysis.id(), "table." + table.id(), locale));
        entry.put(
                "columns",
                table.columns().stream()
                        .map(column -> {
                            Map<String, Object> head = new LinkedHashMap<>();
                            head.put("name", column.name());
                            head.put("type", type(column.kind()));
                            return head;
                        })
                        .toList());
        entry.put(
                "rows",
                table.rows().stream().map(row -> row(table.columns(), row)).toList());
        return entry;
    }

    private static String type(TableColumn.Kind kind) {
        return switch (kind) {
            case LABEL, TERM -> "string";
            case INTEGER -> "integer";
            case DECIMAL, PROBABILITY -> "number";
            case FLAG -> "boolean";
        };
    }

    private static List<Object> row(List<TableColumn> columns, List<PublishedValue> row) {
        List<Object> values = new java.util.ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(value(columns.get(i).kind(), row.get(i)));
        }
        return values;
    }

    private static Object value(TableColumn.Kind kind, PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> term.id();
            case PublishedValue.Flag flag -> flag.set();
            case PublishedValue.Withheld withheld -> Optional.empty();
            case PublishedValue.Number number -> {
                double exact = number.value();
                // a count is written as one; 2^53 is where a double no longer holds every whole number
                boolean whole =
                        kind == TableColumn.Kind.INTEGER && exact == Math.rint(exact) && Math.abs(exact) <= 1L << 53;
                yield whole ? (Object) (long) exact : (Object) exact;
            }
        };
    }

    private static Map<String, Object> provenance(Provenance from) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("analysis", from.analysis());
        entry.put(
                "data",
                from.data().stream()
                        .map(origin -> {
                            Map<String, Object> data = new LinkedHashMap<>();
                            data.put("slot", origin.slot());
                            data.put("name", origin.name());
                            data.put("version", origin.version());
                            data.put("rows", origin.rows());
                            return data;
                        })
                        .toList());
        entry.put("threshold", from.threshold());
        entry.put("unit", from.unit().name().toLowerCase(Locale.ROOT));
        entry.put("hidden_cells", from.hiddenCells());
        return entry;
    }
}
