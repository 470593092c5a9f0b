package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a published crossing takes, with all that the publication gate asks, beside the engine's bare answer. */
public final class GateBenchmark implements Benchmark {
    private static final List<Long> SIZES = List.of(1_000_000L, 10_000_000L);
    private static final int ROUNDS = 5;

    private final Path folder;

    /** @param folder where the data of earlier runs are kept */
    public GateBenchmark(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String about() {
        return "crossings through the gate, beside the engine's bare answer [--rows N[,N...]]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("rows"));
        List<Measurement> measurements = new ArrayList<>();
        for (long rows : options.counts("rows", SIZES)) {
            Map<String, Double> told = ChildJvm.run(
                    GateSide.class,
                    SillageSilo.options(SillageSilo.of(folder, rows)),
                    List.of(Integer.toString(ROUNDS)));
            for (GateSide.Asked crossing : GateSide.Asked.values()) {
                measurements.add(new Measurement(
                        crossing.toString(),
                        rows,
                        told.get(GateSide.PUBLISHED + crossing),
                        Map.of("bare answer", told.get(GateSide.BARE + crossing)),
                        "ms"));
            }
        }
        return measurements;
    }
}
