package fr.sillage.core.internal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a CSV file with its Table Schema.
 *
 * @param name of the resource
 * @param path in the package
 * @param primaryKey names of fields; may be empty
 * @param references name of a field that says which data set, where there is one, and of the resource with these
 * @param rows as {@link Csv#line} takes them
 */
record TableFile(
        String name,
        String path,
        String title,
        String description,
        List<SchemaField> fields,
        List<String> primaryKey,
        Map<String, String> references,
        List<List<Object>> rows) {
    byte[] csv() {
        Csv csv = new Csv(fields.stream().map(SchemaField::name).toList());
        rows.forEach(csv::line);
        return csv.bytes();
    }

    /** @param bytes length of the file */
    Map<String, Object> resource(long bytes) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", fields.stream().map(SchemaField::descriptor).toList());
        schema.put("missingValues", List.of(""));
        if (!primaryKey.isEmpty()) {
            schema.put("primaryKey", primaryKey);
        }
        if (!references.isEmpty()) {
            List<Map<String, Object>> keys = new ArrayList<>();
            references.forEach((field, resource) -> keys.add(Map.of(
                    "fields", List.of(field), "reference", Map.of("resource", resource, "fields", List.of(field)))));
            schema.put("foreignKeys", keys);
        }
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", name);
        resource.put("type", "table");
        resource.put("profile", "tabular-data-resource");
        resource.put("path", path);
        resource.put("title", title);
        if (!description.isEmpty()) {
            resource.put("description", description);
        }
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", bytes);
        resource.put("schema", schema);
        return resource;
    }
}
