package fr.sillage.core.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A column of a file, in the words of Table Schema.
 *
 * @param name for machines
 * @param title for people
 * @param constraints by name
 * @param categories what the values may be, each with what people read; empty where that is open
 */
record SchemaField(
        String name,
        Kind kind,
        String title,
        String description,
        Map<String, Object> constraints,
        SequencedMap<String, String> categories) {
    /** The types of Table Schema that are needed. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATETIME
    }

    static SchemaField of(String name, Kind kind, String title) {
        return new SchemaField(name, kind, title, "", Map.of(), new LinkedHashMap<>());
    }

    SchemaField described(String text) {
        return new SchemaField(name, kind, title, text, constraints, categories);
    }

    SchemaField required() {
        return with("required", true);
    }

    SchemaField unique() {
        return with("unique", true);
    }

    SchemaField atLeast(int least) {
        return with("minimum", least);
    }

    SchemaField atMost(int most) {
        return with("maximum", most);
    }

    private SchemaField with(String constraint, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(constraints);
        all.put(constraint, value);
        return new SchemaField(name, kind, title, description, all, categories);
    }

    /** @param words for people, by value */
    SchemaField among(SequencedMap<String, String> words) {
        return new SchemaField(name, kind, title, description, constraints, words);
    }

    /** For JSON. Values stand here as they stand in the CSV file. */
    Map<String, Object> descriptor() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("type", kind.name().toLowerCase(java.util.Locale.ROOT));
        if (!title.isEmpty()) {
            all.put("title", title);
        }
        if (!description.isEmpty()) {
            all.put("description", description);
        }
        Map<String, Object> limits = new LinkedHashMap<>(constraints);
        if (!categories.isEmpty()) {
            Set<String> values = new LinkedHashSet<>();
            List<Map<String, String>> labels = new ArrayList<>();
            categories.forEach((value, word) -> {
                values.add(Csv.text(value));
                labels.add(Map.of("value", Csv.text(value), "label", word));
            });
            limits.put("enum", List.copyOf(values));
            all.put("categories", labels);
        }
        if (!limits.isEmpty()) {
            all.put("constraints", limits);
        }
        return all;
    }
}
