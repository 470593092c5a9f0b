package fr.sillage.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a tab has been told of its widgets, which are known by their test ids. */
final class Widgets {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By test id: the newest one. */
    private final Map<String, String> ids = new HashMap<>();
    /** By test id: how many there have been. */
    private final Map<String, Integer> made = new HashMap<>();
    /** By id: its properties. */
    private final Map<String, ObjectNode> known = new HashMap<>();

    void created(String id, JsonNode properties) {
        known.put(id, JSON.createObjectNode());
        set(id, properties);
    }

    void set(String id, JsonNode properties) {
        ObjectNode widget = known.get(id);
        if (widget == null || !(properties instanceof ObjectNode told)) {
            return;
        }
        widget.setAll(told);
        JsonNode testId = properties.path("data").path("testId");
        if (!testId.isMissingNode()) {
            ids.put(testId.asText(), id);
            made.merge(testId.asText(), 1, Integer::sum);
        }
    }

    void destroyed(String id) {
        known.remove(id);
    }

    /** How many widgets with a test id there have been. */
    int made(String testId) {
        return made.getOrDefault(testId, 0);
    }

    String id(String testId) {
        return Optional.ofNullable(ids.get(testId))
                .filter(known::containsKey)
                .orElseThrow(() -> new IllegalStateException("no widget " + testId));
    }

    boolean exists(String testId) {
        return known.containsKey(ids.getOrDefault(testId, ""));
    }

    JsonNode property(String testId, String name) {
        return known.get(id(testId)).path(name);
    }

    /** A table's first row. */
    String firstRow(String testId) {
        String grid = id(testId);
        return known.entrySet().stream()
                .filter(e -> e.getValue().path("parent").asText().equals(grid)
                        && e.getValue().path("texts").isArray())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row in " + testId));
    }
}
