package fr.sillage.benchmark.jobs;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.source.SourceInput;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.sample.CsvFile;
import fr.sillage.benchmark.sample.FileInput;
import fr.sillage.benchmark.sample.OwnExtensions;
import fr.sillage.benchmark.sample.Registrations;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.internal.analysis.AnalysisRunner;
import fr.sillage.core.internal.imports.ImportPipeline;
import fr.sillage.core.internal.imports.SiloPlans;
import fr.sillage.core.internal.jobs.JobPool;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobStore;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Cancels jobs in each of their stages, in a JVM of its own; the data folder is the property {@code sillage.data}. */
final class CancelledJobs {
    private static final int PATIENCE_MINUTES = 30;

    private final CommunityContext member = Silos.member();
    private final Trigger trigger = new Trigger();
    private final Silo silo;
    private final Jobs jobs;
    private final Imports imports;
    private final Analyses analyses;
    private final SourceInput file;
    private final ImportPlan plan;

    private CancelledJobs(DerbySiloStore store, Path file) throws Exception {
        silo = Silos.open(store);
        OwnExtensions extensions = WatchedExtensions.of(trigger);
        WatchedSilos silos = new WatchedSilos(store, trigger);
        jobs = new JobPool(new OneMember(member), new NoStore(), new Defaults());
        imports = new ImportPipeline(extensions, extensions, silos, new SiloPlans(extensions, silos));
        analyses = new AnalysisRunner(silos, extensions);
        this.file = new FileInput(file);
        plan = imports.propose(this.file).plan();
    }

    /** @param arguments folder of the sample files, rows, rounds */
    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[1]);
        Path file = CsvFile.of(Path.of(arguments[0]), new Registrations(rows));
        try (DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            new CancelledJobs(store, file).measure(Integer.parseInt(arguments[2]));
        }
        System.exit(0); // Derby keeps threads
    }

    private void measure(int rounds) throws Exception {
        DataSetId data = imports.run(member, file, plan, true, JobControl.NONE).dataSet();
        Map<Stage, Integer> late = new EnumMap<>(Stage.class);
        for (Stage stage : List.of(Stage.PROFILE, Stage.READ, Stage.ANONYMISE, Stage.WRITE)) {
            late.put(stage, Math.max(1, trigger.count(stage) * 9 / 10));
        }
        Map<Stage, Jobs.Work<?>> work = new EnumMap<>(Stage.class);
        work.put(Stage.DETECT, job -> imports.propose(file));
        work.put(Stage.PROFILE, job -> imports.profile(file, plan, job));
        for (Stage stage : List.of(Stage.READ, Stage.ANONYMISE, Stage.WRITE, Stage.COMMIT)) {
            ImportPlan other =
                    new ImportPlan("cancelled", plan.source(), plan.settings(), plan.columns(), plan.attribution());
            work.put(stage, job -> imports.run(member, file, other, true, job));
        }
        work.put(Stage.SCAN, job -> crossing(data, "academie", "module", job));
        work.put(Stage.GATE, job -> crossing(data, "module", "academie", job));
        for (Stage stage : Stage.values()) {
            int times = late.getOrDefault(stage, 1);
            double[] latencies = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                latencies[i] = latency(stage, times, work.get(stage));
            }
            ChildJvm.tell(
                    stage.name().toLowerCase(java.util.Locale.ROOT),
                    Arrays.stream(latencies).max().orElse(0));
        }
    }

    private Object crossing(DataSetId data, String by, String over, JobControl job) throws Exception {
        return analyses.run(
                member,
                WatchedExtensions.of(trigger).analyses().getFirst(),
                Map.of("registrations", data),
                new Values(Map.of("rows", by, "columns", over)),
                job);
    }

    /** Milliseconds from the moment at which a job is told to end until it has ended, with all that it takes back. */
    private double latency(Stage stage, int times, Jobs.Work<?> work) throws Exception {
        List<?> before = List.of(silo.dataSets(), silo.imports());
        CountDownLatch ended = new CountDownLatch(1);
        long[] end = new long[1];
        CountDownLatch begin = new CountDownLatch(1);
        Job<?> job = jobs.submit(member, control -> {
            begin.await();
            return work.run(control);
        });
        job.watch(state -> {
            if (state.ended()) {
                end[0] = System.nanoTime();
                ended.countDown();
            }
        });
        trigger.arm(stage, times, job::cancel);
        begin.countDown();
        if (!ended.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IOException("a job that was cancelled in the stage " + stage + " does not end");
        }
        if (job.failure().isPresent()) {
            throw new IOException("a job failed", job.failure().get());
        }
        boolean same = before.equals(List.of(silo.dataSets(), silo.imports()));
        if (stage == Stage.COMMIT) {
            undo(same);
        } else if (!same) {
            throw new IOException("cancelled in the stage " + stage + ", a job left something in the silo");
        }
        return (end[0] - trigger.fired()) / 1e6;
    }

    /** Too late: what is being committed is committed. */
    private void undo(boolean same) throws Exception {
        if (same) {
            throw new IOException("what was committed is not there");
        }
        imports.undo(member, silo.imports().getFirst().id());
    }

    /** Pages' jobs are not stored. */
    private static final class NoStore implements JobStore {
        @Override
        public List<JobInfo> all() {
            return List.of();
        }

        @Override
        public void put(JobInfo job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(JobId id) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Defaults implements PlatformSettings {
        @Override
        public long get(Setting setting) {
            return setting.initial();
        }

        @Override
        public void set(UserId administrator, Setting setting, long value) {
            throw new UnsupportedOperationException();
        }
    }
}
