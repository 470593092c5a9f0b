package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.benchmark.sample.CsvFile;
import fr.sillage.benchmark.sample.Postings;
import fr.sillage.benchmark.sample.Registrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queries over an encrypted silo beside DuckDB over the same files; answers that differ end it. */
public final class EngineBenchmark implements Benchmark {
    private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 10_000_000L);
    private static final int ROUNDS = 5;
    private static final String HEAP = "-Xmx1g";
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    private final Path folder;

    /** @param folder where the data of earlier runs are kept */
    public EngineBenchmark(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String about() {
        return "queries, beside DuckDB [--rows N[,N...]] [--work PART-OF-A-NAME]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rows", "work"));
        List<Measurement> measurements = new ArrayList<>();
        for (long rows : options.counts("rows", SIZES)) {
            measurements.addAll(new Size(rows).run(options.text("work").orElse("")));
        }
        return measurements;
    }

    /** So many rows. */
    private final class Size {
        private final long rows;
        private final String registrations;
        private final String postings;
        private final Path database;
        private final Path silo;

        Size(long rows) throws Exception {
            this.rows = rows;
            Registrations sample = new Registrations(rows);
            registrations = CsvFile.of(folder, sample).toString();
            postings = CsvFile.of(folder, new Postings(sample)).toString();
            database = folder.resolve("engine-" + rows + ".duckdb");
            silo = SillageSilo.of(folder, rows);
        }

        private List<String> sillage() {
            return SillageSilo.options(silo);
        }

        /** @param part of the names of the works */
        List<Measurement> run(String part) throws Exception {
            String rounds = Integer.toString(ROUNDS);
            Map<String, Double> duckDb = ChildJvm.run(
                    DuckDbSide.class,
                    List.of(HEAP, NATIVE),
                    List.of(database.toString(), registrations, postings, rounds, part));
            Map<String, Double> sillage = ChildJvm.run(SillageSide.class, sillage(), List.of(rounds, part));
            List<Measurement> measurements = new ArrayList<>();
            for (Work<?> work : Works.all()) {
                if (work.name().contains(part)) {
                    measurements.add(measurement(work, sillage, duckDb));
                }
            }
            if (FreshStart.NAME.contains(part)) {
                measurements.add(fresh());
            }
            return measurements;
        }

        private Measurement measurement(Work<?> work, Map<String, Double> sillage, Map<String, Double> duckDb) {
            Map<String, Double> peers = new LinkedHashMap<>();
            for (String side : List.of(Goal.DUCKDB, Goal.CODED)) {
                if (!sillage.get("check " + work.name()).equals(duckDb.get("check " + side + " " + work.name()))) {
                    throw new IllegalStateException(
                            "different answers: " + work.name() + ", " + rows + " rows, " + side);
                }
                peers.put(side, duckDb.get(side + " " + work.name()));
            }
            return measured(work.name(), sillage.get(work.name()), peers, work.goal());
        }

        /** Both start in turn, after a start each that is not measured. */
        private Measurement fresh() throws Exception {
            double[] ours = new double[ROUNDS];
            double[] others = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double our = start(sillage(), List.of());
                double other = start(List.of(HEAP, NATIVE), List.of(database.toString()));
                if (round >= 0) {
                    ours[round] = our;
                    others[round] = other;
                }
            }
            Arrays.sort(ours);
            Arrays.sort(others);
            return measured(FreshStart.NAME, ours[ROUNDS / 2], Map.of(Goal.DUCKDB, others[ROUNDS / 2]), new Goal(1, 0));
        }

        private double start(List<String> options, List<String> arguments) throws Exception {
            List<String> all = new ArrayList<>(List.of(Long.toString(System.currentTimeMillis())));
            all.addAll(arguments);
            return ChildJvm.run(FreshStart.class, options, all).get(FreshStart.NAME);
        }

        private Measurement measured(String work, double sillage, Map<String, Double> others, Goal goal) {
            Map<String, Double> peers = new LinkedHashMap<>(others);
            if (rows >= Goal.ROWS) {
                peers.putAll(Measurement.goal(goal.most(others)));
            }
            return new Measurement(work, rows, sillage, peers, "ms");
        }
    }
}
