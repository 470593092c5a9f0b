package fr.sillage.benchmark.load;

import fr.sillage.benchmark.Benchmark;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.Measurement;
import fr.sillage.benchmark.Options;
import fr.sillage.benchmark.WrongCallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many people at the demonstration at once, each with an account and a browser of their own: they arrive one after the
 * other, sign in, open a data set, cross its columns, and think between two acts. Then what a browser session costs in
 * memory, and whether closed ones leave something behind. Clients and platform share the machine; nothing leaves it.
 */
public final class LoadBenchmark implements Benchmark {
    private static final long SESSIONS = 200;
    private static final long SECONDS = 120;
    private static final long CLOSED = 2_000;
    /** Seconds between two acts of a person, on average. */
    private static final long THOUGHT = 10;
    /** People look through the columns in their order, so that all but the first find results that are there. */
    private static final String CACHED = "cached";
    /** How its threads are called. */
    private static final String WEB_SERVER = "qtp";
    /** Between two people that arrive. */
    private static final Duration ARRIVAL = Duration.ofMillis(500);
    /** Tabs that one browser opens and closes. */
    private static final int TABS = 40;

    private static final int AT_ONCE = 2;
    /** Classes and compiled code come with the first ones, and are no leak. */
    private static final int UNMEASURED = 8;

    /** Less than a five hundredth of a browser session: what the JVM needs for itself differs by as much. */
    private static final double LEFT_KIBIBYTES = 1;

    private static final double MEBI = 1 << 20;
    private static final double KIBI = 1 << 10;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String about() {
        return "people at work at once, memory of browser sessions"
                + " [--sessions N] [--seconds N] [--thought SECONDS] [--crossings cached|any] [--closed N]";
    }

    @Override
    public List<Measurement> run(Options options) throws Exception {
        options.allow(Set.of("sessions", "seconds", "thought", "crossings", "closed"));
        int sessions = options.counts("sessions", List.of(SESSIONS)).getFirst().intValue();
        long seconds = options.counts("seconds", List.of(SECONDS)).getFirst();
        Duration thought =
                Duration.ofSeconds(options.counts("thought", List.of(THOUGHT)).getFirst());
        String crossings = options.text("crossings").orElse(CACHED);
        if (!crossings.equals(CACHED) && !crossings.equals("any")) {
            throw new WrongCallException("--crossings is cached or any, not " + crossings);
        }
        long closed = options.counts("closed", List.of(CLOSED)).getFirst();
        Path data = Files.createTempDirectory("sillage-benchmark");
        List<Measurement> all = new ArrayList<>();
        try (RunningPlatform platform = RunningPlatform.start(data, sessions)) {
            openAndClose(platform, UNMEASURED * TABS);
            all.addAll(together(platform, sessions, new Habit(thought, crossings.equals(CACHED)), seconds));
            all.addAll(leak(platform, closed));
        } finally {
            Folders.delete(data);
        }
        return all;
    }

    private static List<Measurement> together(RunningPlatform platform, int sessions, Habit habit, long seconds)
            throws Exception {
        long before = platform.liveBytes();
        Times times = new Times();
        long end = System.nanoTime()
                + ARRIVAL.multipliedBy(sessions).plusSeconds(seconds).toNanos();
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(new Measurement(
                "thought between two acts", sessions, habit.thought().toSeconds(), Map.of(), "s"));
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RapTab>> tabs = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                Visitor visitor = new Visitor(platform.address(), Accounts.login(i), platform.password(), i, times);
                tabs.add(people.submit(() -> visitor.work(habit, end)));
                Thread.sleep(ARRIVAL);
            }
            List<RapTab> open = new ArrayList<>();
            for (Future<RapTab> tab : tabs) {
                open.add(tab.get());
            }
            measurements.addAll(times.measurements());
            measurements.add(new Measurement(
                    "heap of a browser session",
                    sessions,
                    (platform.liveBytes() - before) / KIBI / sessions,
                    Map.of(),
                    "KiB"));
            measurements.add(new Measurement("threads of the platform", sessions, platform.threads(""), Map.of(), ""));
            measurements.add(
                    new Measurement("of these the web server's", sessions, platform.threads(WEB_SERVER), Map.of(), ""));
            measurements.add(new Measurement(
                    "memory of the process", sessions, platform.residentKibibytes() / KIBI, Map.of(), "MiB"));
            for (RapTab tab : open) {
                tab.close();
            }
        }
        return measurements;
    }

    private static List<Measurement> leak(RunningPlatform platform, long closed) throws Exception {
        long before = platform.liveBytes();
        openAndClose(platform, closed);
        long after = platform.liveBytes();
        return List.of(
                new Measurement("heap before opening and closing", 0, before / MEBI, Map.of(), "MiB"),
                new Measurement("heap after it", closed, after / MEBI, Map.of(), "MiB"),
                new Measurement(
                        "left behind by each",
                        closed,
                        Math.max(0, after - before) / KIBI / closed,
                        Measurement.goal(LEFT_KIBIBYTES),
                        "KiB"));
    }

    private static void openAndClose(RunningPlatform platform, long tabs) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> done = new ArrayList<>();
            for (long left = tabs; left > 0; left -= TABS) {
                long count = Math.min(left, TABS);
                done.add(people.submit(() -> {
                    Visitor visitor =
                            new Visitor(platform.address(), Accounts.login(0), platform.password(), count, new Times());
                    try (RapTab first = visitor.enter()) {
                        for (long i = 1; i < count; i++) {
                            visitor.glance();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }
}
