package fr.sillage.core.internal.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a package as a stranger would, by the rules of RFC 4180, Data Package and Table Schema. */
final class PackageReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A row by the names of its fields. */
    record Line(Map<String, String> fields) {
        String get(String name) {
            return fields.get(name);
        }
    }

    static PackageReader of(InputStream zip) throws IOException {
        PackageReader read = new PackageReader();
        try (ZipInputStream in = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                read.files.put(entry.getName(), in.readAllBytes());
            }
        }
        return read;
    }

    Map<String, byte[]> files() {
        return files;
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(files.get(path));
    }

    /** Apostrophes before formulas are taken away, as the description says. */
    List<Line> table(String path) {
        List<List<String>> lines = csv(text(path));
        List<Line> table = new ArrayList<>();
        for (List<String> values : lines.subList(1, lines.size())) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                boolean formula = value.matches("(?s)'+[=+\\-@\\t\\r\\n].*");
                fields.put(lines.getFirst().get(i), formula ? value.substring(1) : value);
            }
            table.add(new Line(fields));
        }
        return table;
    }

    static List<List<String>> csv(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                line.add(field.toString());
                field.setLength(0);
            } else if (c == '\r' && text.charAt(i + 1) == '\n') {
                line.add(field.toString());
                field.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
                i++;
            } else {
                field.append(c);
            }
        }
        assertTrue(line.isEmpty() && field.isEmpty(), "a last line without an end");
        return lines;
    }

    /** Everything that the descriptor says holds. */
    void isValid() throws IOException {
        JsonNode descriptor = json("datapackage.json");
        Set<String> described = new HashSet<>(Set.of("datapackage.json", "README.md"));
        Set<String> names = new HashSet<>();
        for (JsonNode resource : descriptor.get("resources")) {
            String path = resource.get("path").asText();
            assertTrue(described.add(path), path);
            assertTrue(names.add(resource.get("name").asText()), path);
            assertTrue(resource.get("name").asText().matches("[-a-z0-9._/]+"), path);
            assertEquals(files.get(path).length, resource.get("bytes").asInt(), path);
            if (resource.has("schema")) {
                fits(path, resource.get("schema"));
            } else {
                json(path);
            }
        }
        assertEquals(files.keySet(), described);
        Set<String> folded = new HashSet<>();
        for (String path : files.keySet()) {
            assertTrue(path.matches("([a-z0-9-]+/){0,2}[A-Za-z0-9-]+\\.(csv|json|md)"), path);
            assertTrue(folded.add(path.toLowerCase(Locale.ROOT)), path);
        }
    }

    private void fits(String path, JsonNode schema) {
        List<List<String>> lines = csv(text(path));
        List<JsonNode> fields = list(schema.get("fields"));
        assertEquals(fields.stream().map(f -> f.get("name").asText()).toList(), lines.getFirst(), path);
        assertEquals(fields.size(), new HashSet<>(lines.getFirst()).size(), path);
        Set<List<String>> keys = new HashSet<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            assertEquals(fields.size(), line.size(), path);
            for (int i = 0; i < fields.size(); i++) {
                fits(path + " " + line, fields.get(i), line.get(i));
            }
            if (schema.has("primaryKey")) {
                assertTrue(keys.add(key(schema.get("primaryKey"), lines.getFirst(), line)), path + " " + line);
            }
        }
        if (schema.has("foreignKeys")) {
            for (JsonNode foreign : schema.get("foreignKeys")) {
                String field = foreign.get("fields").get(0).asText();
                Set<String> there = new HashSet<>(Set.of(""));
                table(foreign.get("reference").get("resource").asText() + ".csv")
                        .forEach(line -> there.add(line.get(field)));
                table(path).forEach(line -> assertTrue(there.contains(line.get(field)), path + " " + line));
            }
        }
    }

    private static List<String> key(JsonNode names, List<String> head, List<String> line) {
        return list(names).stream()
                .map(name -> line.get(head.indexOf(name.asText())))
                .toList();
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static void fits(String where, JsonNode field, String value) {
        JsonNode constraints = field.path("constraints");
        if (value.isEmpty()) {
            assertTrue(!constraints.path("required").asBoolean(), where);
            return;
        }
        switch (field.get("type").asText()) {
            case "integer" -> Long.parseLong(value);
            case "number" -> new BigDecimal(value);
            case "boolean" -> assertTrue(value.equals("true") || value.equals("false"), where);
            case "datetime" -> Instant.parse(value);
            case "string" -> {
                // anything
            }
            default -> throw new AssertionError(field);
        }
        if (constraints.has("enum")) {
            assertTrue(
                    list(constraints.get("enum")).stream()
                            .anyMatch(one -> one.asText().equals(value)),
                    where);
            assertTrue(
                    list(field.get("categories")).stream()
                            .anyMatch(one -> one.get("value").asText().equals(value)),
                    where);
        }
        if (constraints.has("minimum")) {
            assertTrue(
                    new BigDecimal(value).compareTo(constraints.get("minimum").decimalValue()) >= 0, where);
        }
    }
}
