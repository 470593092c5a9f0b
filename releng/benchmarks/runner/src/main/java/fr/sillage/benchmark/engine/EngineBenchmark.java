package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.benchmark.sample.CsvFile;
import fr.sillage.benchmark.sample.Registrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queries over an encrypted silo beside DuckDB over the same rows; answers that differ end it. */
public final class EngineBenchmark implements Benchmark {
    private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 10_000_000L);
    private static final String UNMEASURED = "3";
    private static final String MEASURED = "7";

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
        return "queries, beside DuckDB [--rows N[,N...]]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rows"));
        List<Measurement> measurements = new ArrayList<>();
        for (long rows : options.counts("rows", SIZES)) {
            measurements.addAll(run(rows));
        }
        return measurements;
    }

    private List<Measurement> run(long rows) throws Exception {
        Path csv = CsvFile.of(folder, new Registrations(rows));
        Map<String, Double> duckDb = ChildJvm.run(
                DuckDbSide.class,
                List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"),
                List.of(
                        folder.resolve("registrations-" + rows + ".duckdb").toString(),
                        csv.toString(),
                        UNMEASURED,
                        MEASURED));
        Map<String, Double> sillage = ChildJvm.run(
                SillageSide.class,
                List.of("-Xmx1g", "-Dsillage.data=" + folder.resolve("sillage-" + rows)),
                List.of(Long.toString(rows), UNMEASURED, MEASURED));
        List<Measurement> measurements = new ArrayList<>();
        for (Work<?> work : Work.all()) {
            String check = "check " + work.name();
            if (!sillage.get(check).equals(duckDb.get(check))) {
                throw new IllegalStateException("different answers: " + work.name() + ", " + rows + " rows");
            }
            Map<String, Double> peers = new LinkedHashMap<>();
            peers.put("duckdb", duckDb.get("text " + work.name()));
            peers.put("duckdb, coded", duckDb.get("coded " + work.name()));
            measurements.add(new Measurement(work.name(), rows, sillage.get(work.name()), peers, "ms"));
        }
        return measurements;
    }
}
