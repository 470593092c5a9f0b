package fr.sillage.benchmark.load;

import fr.sillage.benchmark.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long things took, by what they were. Thread-safe. */
final class Times {
    /** Something a person does, and waits for. */
    interface Deed {
        void run() throws Exception;
    }

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    void measure(String what, Deed deed) throws Exception {
        long start = System.nanoTime();
        deed.run();
        double took = (System.nanoTime() - start) / 1e6;
        synchronized (this) {
            millis.computeIfAbsent(what, w -> new ArrayList<>()).add(took);
        }
    }

    synchronized List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        millis.forEach((what, times) -> add(measurements, what, times));
        add(
                measurements,
                "all interactions",
                millis.values().stream().flatMap(List::stream).toList());
        return measurements;
    }

    private static void add(List<Measurement> measurements, String what, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return;
        }
        measurements.add(new Measurement(what + ", median", sorted.length, at(sorted, 0.5), Map.of(), "ms"));
        measurements.add(new Measurement(what + ", 95 % are faster", sorted.length, at(sorted, 0.95), Map.of(), "ms"));
        if (what.startsWith("all")) {
            double fast = 100.0 * Arrays.stream(sorted).filter(t -> t < 300).count() / sorted.length;
            measurements.add(new Measurement("of these over 300 ms", sorted.length, 100 - fast, Map.of(), "%"));
        }
    }

    /** Nearest rank. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
