package fr.sillage.benchmark;

import fr.sillage.benchmark.crash.CrashBenchmark;
import fr.sillage.benchmark.engine.EngineBenchmark;
import fr.sillage.benchmark.engine.GateBenchmark;
import fr.sillage.benchmark.imports.ImportBenchmark;
import fr.sillage.benchmark.jobs.JobsBenchmark;
import fr.sillage.benchmark.load.LoadBenchmark;
import fr.sillage.benchmark.memory.MemoryBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs one benchmark, prints its table and writes it as JSON. First argument: the folder for the JSON files. */
public final class Main {
    private Main() {}

    /** Exits with 2 for a wrong call, 1 where the benchmark could not be done or a goal is not held. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(arguments[0]), Arrays.asList(arguments).subList(1, arguments.length)));
    }

    private static int run(Path folder, List<String> arguments) {
        try {
            Benchmark benchmark = find(benchmarks(folder.resolve("data")), arguments);
            List<Measurement> measurements = benchmark.run(Options.of(arguments.subList(1, arguments.size())));
            System.out.print(ResultTable.of(measurements));
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(benchmark.name() + ".json"), ResultJson.of(measurements));
            List<Measurement> missed =
                    measurements.stream().filter(m -> !m.held()).toList();
            missed.forEach(m -> System.err.println("not held: " + m.work()));
            return missed.isEmpty() ? 0 : 1;
        } catch (WrongCallException e) {
            System.err.println("sillage: " + e.getMessage());
            return 2;
        } catch (Exception e) {
            System.err.println("sillage: " + e);
            return 1;
        }
    }

    private static List<Benchmark> benchmarks(Path data) {
        return List.of(
                new CrashBenchmark(),
                new EngineBenchmark(data),
                new GateBenchmark(data),
                new ImportBenchmark(data),
                new JobsBenchmark(data),
                new LoadBenchmark(),
                new MemoryBenchmark());
    }

    private static Benchmark find(List<Benchmark> benchmarks, List<String> arguments) throws WrongCallException {
        for (Benchmark benchmark : benchmarks) {
            if (!arguments.isEmpty() && benchmark.name().equals(arguments.getFirst())) {
                return benchmark;
            }
        }
        StringBuilder known = new StringBuilder("./sillage benchmark NAME, one of");
        benchmarks.forEach(b -> known.append(System.lineSeparator())
                .append("  ")
                .append(b.name())
                .append("  ")
                .append(b.about()));
        throw new WrongCallException(known.toString());
    }
}
