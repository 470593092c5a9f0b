package fr.sillage.core.internal.jobs;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.JobStore;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.core.time.Retention;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.felix.ipojo.annotations.Bind;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Unbind;

/** Runs jobs on threads of its own, as many at once as the administrator allows. */
@Component
@Provides
@Instantiate
public class JobPool implements Jobs {
    private static final int SECONDS_TO_END = 5;

    private final Communities communities;
    private final PlatformSettings settings;
    private final InstantSource clock;
    private final JobBook book;
    private final Map<String, JobKind> kinds = new ConcurrentHashMap<>();
    /** Jobs of specifications that wait or run. */
    private final Map<JobId, PooledJob<?>> live = new ConcurrentHashMap<>();

    private final JobQueue<PooledJob<?>> queue = new JobQueue<>();
    private boolean stopped;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("sillage-job-", 1).daemon(true).factory());
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sillage-job-clock").daemon(true).factory());

    public JobPool(@Requires Communities communities, @Requires JobStore store, @Requires PlatformSettings settings) {
        this(communities, store, settings, InstantSource.system(), Retention.ofThisProcess());
    }

    JobPool(
            Communities communities,
            JobStore store,
            PlatformSettings settings,
            InstantSource clock,
            Retention retention) {
        this.communities = communities;
        this.settings = settings;
        this.clock = clock;
        this.book = new JobBook(store, clock, retention);
    }

    @Bind(aggregate = true, optional = true)
    public void addKind(JobKind kind) {
        kinds.put(kind.id(), kind);
    }

    @Unbind
    public void removeKind(JobKind kind) {
        kinds.remove(kind.id(), kind);
    }

    @Override
    public <T> Job<T> submit(CommunityContext context, JobSpec spec, Class<T> result) {
        JobKind kind = kind(spec);
        Optional<Object> there = kind.atOnce(context, spec);
        return there.isPresent()
                ? done(context, result.cast(there.get()))
                : begin(context, JobId.random(), spec, result, job -> {
                            book.begin(job, kind.unlisted().isZero());
                            return true;
                        })
                        .orElseThrow();
    }

    /** Waits for no turn. */
    private <T> Job<T> done(CommunityContext context, T value) {
        PooledJob<T> job =
                new PooledJob<>(JobId.random(), context.community().id(), false, control -> value, PooledJob::tell);
        job.run();
        return job;
    }

    /** @param enter enters it into the book; says whether it may begin */
    private <T> Optional<Job<T>> begin(
            CommunityContext context, JobId id, JobSpec spec, Class<T> result, Predicate<JobInfo> enter) {
        JobKind kind = kind(spec);
        CommunityId community = context.community().id();
        UserId user = context.account().id();
        boolean atOnce = kind.unlisted().isZero();
        AtomicReference<String> reference = new AtomicReference<>("");
        AtomicBoolean renounced = new AtomicBoolean();
        PooledJob<T> job = new PooledJob<>(
                id,
                community,
                kind.heavy(),
                control -> {
                    // the rights of the moment at which it runs, which may be long after it was submitted
                    JobKind.Outcome outcome = kind.run(enter(kind, user, community), id, spec, control);
                    if (book.settled(id)) {
                        reference.set(outcome.kept().get());
                    }
                    return result.cast(outcome.value());
                },
                own -> {
                    // who clicks on has no use for the result before
                    renounced.set(!atOnce);
                    cancel(own);
                });
        if (!enter.test(JobInfo.waiting(id, community, user, spec, clock.instant()))) {
            return Optional.empty();
        }
        live.put(id, job);
        job.watch(state -> {
            changed(job, state, reference.get());
            if (state.phase() == Phase.CANCELLED && renounced.get()) {
                book.remove(id);
            }
        });
        if (!atOnce) {
            later.schedule(() -> book.list(id), kind.unlisted().toMillis(), TimeUnit.MILLISECONDS);
        }
        enqueue(job);
        return Optional.of(job);
    }

    private CommunityContext enter(JobKind kind, UserId user, CommunityId community) {
        try {
            return communities.enter(user, community);
        } catch (AccessDeniedException e) {
            if (kind.forAdministrator()) {
                return communities.visit(user, community);
            }
            throw e;
        }
    }

    private void changed(PooledJob<?> job, JobState state, String reference) {
        if (state.ended()) {
            live.remove(job.id(), job);
        }
        book.changed(job.id(), state, job.failure().map(JobFailures::of), reference);
    }

    private JobKind kind(JobSpec spec) {
        JobKind kind = kinds.get(spec.kind());
        if (kind == null) {
            throw new IllegalArgumentException("no jobs of kind " + spec.kind());
        }
        return kind;
    }

    @Override
    public <T> Job<T> submit(CommunityContext context, Work<T> work) {
        PooledJob<T> job = new PooledJob<>(JobId.random(), context.community().id(), false, work, this::cancel);
        enqueue(job);
        return job;
    }

    private void enqueue(PooledJob<?> job) {
        synchronized (queue) {
            queue.add(job);
        }
        dispatch();
    }

    private void dispatch() {
        List<PooledJob<?>> next = new ArrayList<>();
        synchronized (queue) {
            if (stopped) {
                return;
            }
            for (Optional<PooledJob<?>> job = queue.take(atOnce()); job.isPresent(); job = queue.take(atOnce())) {
                next.add(job.get());
            }
        }
        next.forEach(job -> threads.execute(() -> {
            try {
                job.run();
            } finally {
                synchronized (queue) {
                    queue.ended(job);
                }
                dispatch();
            }
        }));
    }

    private int atOnce() {
        return (int) settings.get(Setting.JOBS_AT_ONCE);
    }

    private void cancel(PooledJob<?> job) {
        job.tell();
        boolean waited;
        synchronized (queue) {
            waited = queue.remove(job);
        }
        if (waited) {
            job.run(); // says that it is cancelled, without a turn
        }
    }

    @Override
    public List<JobInfo> list(CommunityContext context) {
        return book.list(JobSight.of(context));
    }

    @Override
    public Optional<JobInfo> find(CommunityContext context, JobId id) {
        return book.find(id).filter(job -> JobSight.sees(context, job));
    }

    @Override
    public void cancel(CommunityContext context, JobId id) {
        find(context, id).map(job -> live.get(id)).ifPresent(this::cancel);
    }

    @Override
    public boolean repeatable(CommunityContext context, JobId id) {
        return find(context, id)
                .filter(job -> job.state().ended() && job.state().phase() != Phase.DONE)
                .filter(job -> kinds.containsKey(job.spec().kind()))
                .filter(job -> kind(job.spec()).repeatable(context, job.spec()))
                .isPresent();
    }

    @Override
    public <T> Optional<Job<T>> again(CommunityContext context, JobId id, JobSpec spec, Class<T> result) {
        return repeatable(context, id) ? begin(context, id, spec, result, book::beginAgain) : Optional.empty();
    }

    @Override
    public void forget(CommunityContext context, JobId id) {
        find(context, id)
                .filter(job -> book.remove(id))
                .ifPresent(job ->
                        Optional.ofNullable(kinds.get(job.spec().kind())).ifPresent(kind -> kind.forget(context, job)));
    }

    @Override
    public Runnable watch(CommunityContext context, Runnable changed) {
        return book.watch(job -> {
            if (JobSight.sees(context, job)) {
                changed.run();
            }
        });
    }

    @Override
    public Load load() {
        synchronized (queue) {
            return new Load(queue.running(), queue.waiting(), atOnce());
        }
    }

    @Invalidate
    void stop() {
        book.close();
        later.shutdownNow();
        List<PooledJob<?>> all;
        synchronized (queue) {
            stopped = true;
            all = queue.all();
        }
        all.forEach(PooledJob::tell);
        threads.shutdown();
        try {
            // a transaction that is being committed ends well
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // what is still at work is not interrupted: its database would not survive that
    }
}
