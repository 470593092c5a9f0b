package fr.sillage.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by two columns of a file, made here from the file alone. */
record Crossing(Map<String, Map<String, Integer>> counts) {
    /** @param file comma-separated, without quotes */
    static Crossing of(Path file, String rows, String columns) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> head = List.of(lines.getFirst().split(",", -1));
        int row = head.indexOf(rows);
        int column = head.indexOf(columns);
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            counts.computeIfAbsent(fields[row], key -> new TreeMap<>()).merge(fields[column], 1, Integer::sum);
        }
        return new Crossing(counts);
    }

    int count(String row, String column) {
        return counts.get(row).getOrDefault(column, 0);
    }

    int row(String row) {
        return counts.get(row).values().stream().mapToInt(Integer::intValue).sum();
    }

    int column(String column) {
        return counts.keySet().stream().mapToInt(row -> count(row, column)).sum();
    }

    int all() {
        return counts.keySet().stream().mapToInt(this::row).sum();
    }

    /** (O − E) / √(E (1 − row/n) (1 − column/n)), Haberman 1973. */
    double residual(String row, String column) {
        double n = all();
        double e = row(row) * (double) column(column) / n;
        return (count(row, column) - e) / Math.sqrt(e * (1 - row(row) / n) * (1 - column(column) / n));
    }

    List<String> rows() {
        return List.copyOf(counts.keySet());
    }

    List<String> columns() {
        return counts.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
