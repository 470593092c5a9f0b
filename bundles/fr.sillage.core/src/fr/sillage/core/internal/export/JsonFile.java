package fr.sillage.core.internal.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON document for the package.
 *
 * @param name of the resource
 * @param path in the package
 * @param content maps, lists, texts, numbers and truth values; a null is what is missing
 */
record JsonFile(String name, String path, String title, Map<String, Object> content) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static byte[] bytes(Object content) {
        try {
            return MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            // the cause would quote the content
            throw new IllegalStateException("not for JSON: " + e.getClass().getSimpleName());
        }
    }

    Map<String, Object> resource(long bytes) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", name);
        resource.put("type", "json");
        resource.put("profile", "data-resource");
        resource.put("path", path);
        resource.put("title", title);
        resource.put("format", "json");
        resource.put("mediatype", "application/json");
        resource.put("encoding", "utf-8");
        resource.put("bytes", bytes);
        return resource;
    }
}
