package fr.sillage.core.internal.export;

import fr.sillage.core.analysis.Selection;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.text.NumberFormats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a result answers, in sentences and as data. */
final class Question {
    private static final int DECIMALS = 6;

    private final KeptResult kept;
    private final Selection selection;
    private final PackageWords words;

    Question(KeptResult kept, PackageWords words) {
        this.kept = kept;
        this.selection = kept.state().selection();
        this.words = words;
    }

    /** The analysis and the columns that it is asked about. */
    String sentence() {
        List<String> columns = kept.analysis().parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterDescriptor.Kind.COLUMN)
                .flatMap(parameter -> kept.state().values().get(parameter.name()).stream())
                .toList();
        String name = kept.analysis().name(words.locale());
        return columns.isEmpty() ? name : words.get("question", name, String.join(" × ", columns));
    }

    /** Which rows were looked at, and which categories count as one. */
    List<String> selected() {
        List<String> sentences = new ArrayList<>();
        selection.choices().forEach(choice -> sentences.add(sentence(choice)));
        selection.foldings().forEach(folding -> sentences.add(sentence(folding)));
        return sentences;
    }

    private String sentence(Selection.Choice choice) {
        String taken = choice.values().isEmpty() ? range(choice) : String.join(", ", choice.values());
        return words.get(choice.except() ? "filter.except" : "filter", choice.column(), taken);
    }

    private String range(Selection.Choice choice) {
        return choice.from().isEmpty()
                ? words.get("filter.to", limit(choice.to()))
                : choice.to().isEmpty()
                        ? words.get("filter.from", limit(choice.from()))
                        : words.get("filter.between", limit(choice.from()), limit(choice.to()));
    }

    private String limit(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(words.locale())
                        .format(LocalDate.parse(text))
                : NumberFormats.decimals(words.locale(), 0, DECIMALS).format(new BigDecimal(text));
    }

    private String sentence(Selection.Folding folding) {
        return words.get("folding", folding.column(), folding.name(), String.join(", ", folding.values()));
    }

    /** For JSON. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("question", sentence());
        data.put("selection", selected());
        data.put("parameters", Selection.without(kept.state().values()).byName());
        List<Map<String, Object>> filters = new ArrayList<>();
        for (Selection.Choice choice : selection.choices()) {
            Map<String, Object> filter = new LinkedHashMap<>();
            filter.put("column", choice.column());
            filter.put("except", choice.except());
            if (choice.values().isEmpty()) {
                filter.put("from", choice.from().isEmpty() ? null : choice.from());
                filter.put("to", choice.to().isEmpty() ? null : choice.to());
            } else {
                filter.put("values", choice.values());
            }
            filters.add(filter);
        }
        data.put("filters", filters);
        List<Map<String, Object>> foldings = new ArrayList<>();
        for (Selection.Folding folding : selection.foldings()) {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("column", folding.column());
            group.put("name", folding.name());
            group.put("values", folding.values());
            foldings.add(group);
        }
        data.put("groups", foldings);
        data.put("rare_categories_gathered", selection.gathering());
        return data;
    }
}
