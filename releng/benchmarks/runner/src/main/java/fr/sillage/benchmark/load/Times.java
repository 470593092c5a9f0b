package fr.sillage.benchmark.load;

import fr.sillage.benchmark.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long things took, by what they were. Thread-safe. */
final class Times {
    /** Something a person does, and waits for. */
    interface Deed {
        void run() throws Exception;
    }

    /** Something a person asks. */
    interface Question {
        /** @return why there is no answer */
        Optional<String> ask() throws Exception;
    }

    private static final double GOAL_MILLIS = 300;

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();
    private int asked;
    private int refused;

    void measure(String what, Deed deed) throws Exception {
        long start = System.nanoTime();
        deed.run();
        double took = (System.nanoTime() - start) / 1e6;
        synchronized (this) {
            millis.computeIfAbsent(what, w -> new ArrayList<>()).add(took);
        }
    }

    /** That the platform says why there is no answer is one, and counted. */
    void ask(String what, Question question) throws Exception {
        measure(what, () -> {
            boolean without = question.ask().isPresent();
            synchronized (this) {
                asked++;
                refused += without ? 1 : 0;
            }
        });
    }

    synchronized List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        millis.forEach((what, times) -> add(measurements, what, times, Map.of()));
        List<Double> all = millis.values().stream().flatMap(List::stream).toList();
        add(measurements, "all interactions", all, Measurement.goal(GOAL_MILLIS));
        double slow = all.stream().filter(took -> took >= GOAL_MILLIS).count();
        measurements.add(new Measurement("of these over 300 ms", all.size(), 100 * slow / all.size(), Map.of(), "%"));
        measurements.add(
                new Measurement("crossings that the gate refused", asked, 100.0 * refused / asked, Map.of(), "%"));
        return measurements;
    }

    private static void add(List<Measurement> measurements, String what, List<Double> times, Map<String, Double> goal) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        measurements.add(new Measurement(what + ", median", sorted.length, at(sorted, 0.5), Map.of(), "ms"));
        measurements.add(new Measurement(what + ", 95 % are faster", sorted.length, at(sorted, 0.95), goal, "ms"));
    }

    /** Nearest rank. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
