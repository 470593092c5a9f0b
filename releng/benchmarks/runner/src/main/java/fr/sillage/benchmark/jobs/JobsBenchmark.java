package fr.sillage.benchmark.jobs;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.benchmark.WrongCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long jobs take to end once they are told to, in each stage; the worst of the rounds. The import is cancelled near
 * its end, when there is most to take back.
 */
public final class JobsBenchmark implements Benchmark {
    private static final long ROWS = 1_000_000;
    private static final long ROUNDS = 3;

    private final Path folder;

    /** @param folder keeps the sample files */
    public JobsBenchmark(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String about() {
        return "how fast a cancelled job ends, in each stage [--rows N] [--rounds N]";
    }

    @Override
    public List<Measurement> run(Options options) throws WrongCallException, IOException, InterruptedException {
        options.allow(Set.of("rows", "rounds"));
        long rows = options.counts("rows", List.of(ROWS)).getFirst();
        long rounds = options.counts("rounds", List.of(ROUNDS)).getFirst();
        Path data = Files.createTempDirectory("sillage-benchmark");
        try {
            Map<String, Double> told = ChildJvm.run(
                    CancelledJobs.class,
                    List.of("-Xmx1g", "-Dsillage.data=" + data),
                    List.of(folder.toString(), Long.toString(rows), Long.toString(rounds)));
            List<Measurement> measurements = new ArrayList<>();
            told.forEach((stage, millis) -> measurements.add(
                    new Measurement("cancelled while it does: " + stage, rows, millis, Map.of(), "ms")));
            return measurements;
        } finally {
            Folders.delete(data);
        }
    }
}
