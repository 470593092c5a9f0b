package fr.sillage.benchmark.memory;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Large files in little memory: rows of a million persons through source, pipeline and pseudonym into a silo, crossed by
 * rows and by persons, in a heap of 256 MB; and two columns of very many different values in one of 1 GB. What was
 * counted is compared with what was generated.
 */
public final class MemoryBenchmark implements Benchmark {
    private static final long ROWS = 20_000_000;
    private static final long PERSONS = 1_000_000;
    private static final long DISTINCT = 5_000_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String about() {
        return "large files in little memory [--rows N] [--persons N] [--distinct N]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rows", "persons", "distinct"));
        long rows = options.counts("rows", List.of(ROWS)).getFirst();
        long persons = options.counts("persons", List.of(PERSONS)).getFirst();
        long distinct = options.counts("distinct", List.of(DISTINCT)).getFirst();
        List<Measurement> measurements = new ArrayList<>();
        child("-Xmx256m", "persons", rows, persons)
                .forEach((work, value) -> measurements.add(measurement("256 MB: " + work, rows, value)));
        child("-Xmx1g", "distinct", distinct, distinct)
                .forEach((work, value) -> measurements.add(measurement("1 GB: " + work, distinct, value)));
        return measurements;
    }

    private static Measurement measurement(String work, long rows, double value) {
        return new Measurement(work, rows, value, Map.of(), work.endsWith("heap") ? "MB" : "s");
    }

    private static Map<String, Double> child(String heap, String kind, long rows, long different)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("sillage-memory");
        try {
            return ChildJvm.run(
                    LargeImport.class,
                    List.of(heap, "-Dsillage.data=" + data),
                    List.of(kind, Long.toString(rows), Long.toString(different)));
        } finally {
            Folders.delete(data);
        }
    }
}
