package fr.sillage.benchmark.crash;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.store.silo.internal.CrashRounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Kills a process that changes silos, at moments by chance, and looks at what is left: the store's own test, for longer. */
public final class CrashBenchmark implements Benchmark {
    private static final long ROUNDS = 200;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String about() {
        return "kills a process at work and looks at its silos [--rounds N] [--seed N]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rounds", "seed"));
        int rounds = Math.toIntExact(options.counts("rounds", List.of(ROUNDS)).getFirst());
        long seed = options.counts("seed", List.of(1L + new Random().nextInt(Integer.MAX_VALUE)))
                .getFirst();
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory("sillage-crash");
        try {
            long start = System.nanoTime();
            CrashRounds.Seen seen = new CrashRounds(folder, seed, CrashBenchmark::child).run(rounds);
            return List.of(
                    count("changes acknowledged and found again", seen.rounds(), seen.acknowledged()),
                    count("changes that the kill came amid", seen.rounds(), seen.halfway()),
                    count("of these committed", seen.rounds(), seen.unacknowledged()),
                    new Measurement("all", seen.rounds(), (System.nanoTime() - start) / 1e9, Map.of(), "s"));
        } finally {
            Folders.delete(folder);
        }
    }

    private static Measurement count(String work, long rounds, long count) {
        return new Measurement(work, rounds, count, Map.of(), "changes");
    }

    private static Process child(String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
