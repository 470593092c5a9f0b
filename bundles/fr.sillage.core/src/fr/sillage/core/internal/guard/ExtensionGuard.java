package fr.sillage.core.internal.guard;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.source.DataSource;
import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.internal.listeners.Listeners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what contributed code does from hurting anything else. Bundles are no sandbox: this is against mistakes, not
 * against malice.
 */
public final class ExtensionGuard implements AutoCloseable {
    /** How long work may go on after it was told to end. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** How long work may go on without a sign of life. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A person looks at a page that stands still meanwhile: a part of the patience with other work. */
    private static final int IMPATIENCE_HERE = 3;

    private record Abandoned(String bundle, GuardedCall<?> call) {}

    private final Duration grace;
    private final Duration patience;
    private final Faults faults = new Faults();
    private final Map<String, BundleGuard> bundles = new ConcurrentHashMap<>();
    private final Set<String> quarantined = ConcurrentHashMap.newKeySet();
    private final List<Abandoned> abandoned = new ArrayList<>();
    private final Listeners<Runnable> listeners = new Listeners<>();
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sillage-guard").daemon(true).factory());

    public ExtensionGuard() {
        this(GRACE, PATIENCE);
    }

    /** With other times, for tests. */
    ExtensionGuard(Duration grace, Duration patience) {
        this.grace = grace;
        this.patience = patience;
        long look = Math.clamp(patience.toMillis() / 10, 10, 1_000);
        supervisor.scheduleWithFixedDelay(this::lookAfterAbandoned, look, look, TimeUnit.MILLISECONDS);
    }

    /** @param make makes the contributed object, at its first use */
    public DataSource source(Contribution by, Callable<Object> make) {
        return new GuardedSource(new Contributed<>(by, of(by), DataSource.class, make));
    }

    /** @param make makes the contributed object, at its first use */
    public Anonymizer anonymizer(Contribution by, Callable<Object> make) {
        return new GuardedAnonymizer(new Contributed<>(by, of(by), Anonymizer.Streaming.class, make));
    }

    /** @param make makes the contributed object, at its first use */
    public Analysis analysis(Contribution by, Callable<Object> make) {
        return new GuardedAnalysis(new Contributed<>(by, of(by), Analysis.class, make));
    }

    /** @param make makes the contributed object, anew at each use */
    public ContributedView view(Contribution by, Callable<Object> make) {
        return new GuardedView(by, of(by), make);
    }

    private BundleGuard of(Contribution by) {
        return bundles.computeIfAbsent(by.bundle(), name -> new BundleGuard(name, this));
    }

    /** A bundle stopped: its work is told to end, its results are refused, and the next one of its name starts anew. */
    public void stopped(String bundle) {
        BundleGuard guard = bundles.remove(bundle);
        if (guard != null) {
            guard.end();
        }
        quarantined.remove(bundle);
    }

    public void fault(String bundle, String contribution, Kind kind, String detail) {
        faults.add(bundle, contribution, kind, detail);
        changed();
    }

    /** What contributed code threw in the hands of somebody else. */
    public void threw(Contribution by, Throwable thrown) {
        fault(by.bundle(), by.id(), Kind.THREW, Faults.describe(thrown));
    }

    public List<ExtensionFault> faults() {
        return faults.latest();
    }

    public boolean isQuarantined(String bundle) {
        return quarantined.contains(bundle);
    }

    void quarantine(String bundle) {
        if (quarantined.add(bundle)) {
            changed();
        }
    }

    public void release(String bundle) {
        if (quarantined.remove(bundle)) {
            changed();
        }
    }

    /** Threads that did not end when told to, or were left behind, and are still there. */
    public int abandonedThreads() {
        int left = bundles.values().stream().mapToInt(BundleGuard::leftBehind).sum();
        synchronized (abandoned) {
            abandoned.removeIf(each -> each.call().isEnded());
            return left + abandoned.size();
        }
    }

    /** Tells of faults and quarantine, from any thread. @return ends it */
    public Runnable watch(Runnable listener) {
        return listeners.add(listener);
    }

    void abandon(String bundle, GuardedCall<?> call) {
        synchronized (abandoned) {
            abandoned.add(new Abandoned(bundle, call));
        }
        changed();
    }

    private void lookAfterAbandoned() {
        List<Abandoned> silent;
        boolean fewer;
        synchronized (abandoned) {
            fewer = abandoned.removeIf(each -> each.call().isEnded());
            silent = abandoned.stream()
                    .filter(each -> each.call().silence() > patience.toNanos())
                    .toList();
        }
        silent.forEach(each -> quarantine(each.bundle()));
        if (fewer) {
            changed();
        }
    }

    private void changed() {
        listeners.tell(Runnable::run);
    }

    Duration grace() {
        return grace;
    }

    Duration patience() {
        return patience;
    }

    Duration patienceHere() {
        return patience.dividedBy(IMPATIENCE_HERE);
    }

    /** Runs something unless the work in a thread that is not ours ends in time. @return to be run at its end */
    Runnable watchHere(Runnable late) {
        Future<?> watch = supervisor.schedule(late, patienceHere().toMillis(), TimeUnit.MILLISECONDS);
        return () -> watch.cancel(false);
    }

    @Override
    public void close() {
        supervisor.shutdownNow();
        bundles.values().forEach(BundleGuard::end);
    }
}
