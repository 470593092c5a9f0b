package fr.sillage.benchmark;

import java.util.List;
import java.util.stream.Collectors;

/** Measurements as JSON: a list of {@code {"work", "size", "sillage", "peers": {"name": value}, "unit"}}. */
final class ResultJson {
    private ResultJson() {}

    static String of(List<Measurement> measurements) {
        return measurements.stream().map(ResultJson::line).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String line(Measurement m) {
        String peers = m.peers().entrySet().stream()
                .map(peer -> text(peer.getKey()) + ": " + peer.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return "{\"work\": " + text(m.work()) + ", \"size\": " + m.size() + ", \"sillage\": " + m.sillage()
                + ", \"peers\": " + peers + ", \"unit\": " + text(m.unit()) + "}";
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
