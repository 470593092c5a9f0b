package fr.sillage.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measurements as a table of text: with each peer how many times longer than Sillage it took. */
final class ResultTable {
    private ResultTable() {}

    static String of(List<Measurement> measurements) {
        Set<String> peers = new LinkedHashSet<>();
        measurements.forEach(m -> peers.addAll(m.peers().keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("work", "size", "sillage"));
        peers.forEach(peer -> header.addAll(List.of(peer, "ratio")));
        header.add("unit");
        rows.add(header);
        for (Measurement m : measurements) {
            List<String> row = new ArrayList<>(List.of(m.work(), Long.toString(m.size()), number(m.sillage())));
            for (String peer : peers) {
                Double value = m.peers().get(peer);
                row.add(value == null ? "" : number(value));
                row.add(
                        value == null || m.sillage() == 0
                                ? ""
                                : String.format(Locale.ROOT, "%.2f", value / m.sillage()));
            }
            row.add(m.unit());
            rows.add(row);
        }
        return aligned(rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** Texts to the left, numbers to the right. */
    private static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(c ->
                        rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(c -> String.format(
                                "%" + (c == 0 || c == columns - 1 ? "-" : "") + Math.max(1, widths[c]) + "s",
                                row.get(c)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
