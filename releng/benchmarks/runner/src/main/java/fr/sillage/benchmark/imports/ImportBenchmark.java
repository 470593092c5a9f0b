package fr.sillage.benchmark.imports;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.benchmark.sample.CsvFile;
import fr.sillage.benchmark.sample.Registrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file into an encrypted silo, with pseudonyms, from the first byte to the commit; beside DuckDB, which loads the
 * same file as it is, once plainly and once into an encrypted database. The better of the rounds, each in a JVM of its
 * own: an import is not repeated until it is warm.
 */
public final class ImportBenchmark implements Benchmark {
    private static final long ROWS = 1_000_000;
    private static final long ROUNDS = 3;
    private static final String HEAP = "-Xmx512m";

    private final Path folder;

    /** @param folder keeps the sample files */
    public ImportBenchmark(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "a CSV file into an encrypted silo, beside DuckDB [--rows N[,N...]] [--rounds N]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rows", "rounds"));
        long rounds = options.counts("rounds", List.of(ROUNDS)).getFirst();
        List<Measurement> measurements = new ArrayList<>();
        for (long rows : options.counts("rows", List.of(ROWS))) {
            measurements.addAll(run(rows, rounds));
        }
        return measurements;
    }

    private List<Measurement> run(long rows, long rounds) throws Exception {
        Path csv = CsvFile.of(folder, new Registrations(rows));
        Map<String, Double> best = new LinkedHashMap<>();
        for (long round = 0; round < rounds; round++) {
            Path data = Files.createTempDirectory(folder, "import");
            try {
                add(best, duckDb(csv, data, false));
                add(best, duckDb(csv, data, true));
                add(best, sillage(csv, data));
            } finally {
                Folders.delete(data);
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(compared("import, committed", rows, best, "time", "s"));
        measurements.add(compared("processor time", rows, best, "processor", "s"));
        measurements.add(compared("on disk", rows, best, "disk", "MB"));
        measurements.add(new Measurement("heap, of " + HEAP, rows, best.get("sillage heap"), Map.of(), "MB"));
        return measurements;
    }

    private static Measurement compared(String work, long rows, Map<String, Double> best, String what, String unit) {
        Map<String, Double> peers = new LinkedHashMap<>();
        peers.put("duckdb", best.get("duckdb " + what));
        peers.put("duckdb, encrypted", best.get("duckdb, encrypted " + what));
        return new Measurement(work, rows, best.get("sillage " + what), peers, unit);
    }

    private static void add(Map<String, Double> best, Map<String, Double> told) {
        told.forEach((name, value) -> best.merge(name, value, Math::min));
    }

    private static Map<String, Double> duckDb(Path csv, Path data, boolean encrypted) throws Exception {
        String name = encrypted ? "duckdb, encrypted" : "duckdb";
        return ChildJvm.run(
                DuckDbImport.class,
                List.of(HEAP, "--enable-native-access=ALL-UNNAMED"),
                List.of(name, csv.toString(), data.resolve(name + ".db").toString(), Boolean.toString(encrypted)));
    }

    private static Map<String, Double> sillage(Path csv, Path data) throws Exception {
        return ChildJvm.run(
                SillageImport.class,
                List.of(HEAP, "-Dsillage.data=" + data.resolve("sillage")),
                List.of(csv.toString()));
    }
}
