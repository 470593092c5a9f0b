package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.core.fakes.MemoryJobStore;
import fr.sillage.core.fakes.MemoryPlatformStore;
import fr.sillage.core.fakes.MemorySettingStore;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.internal.community.PlatformCommunities;
import fr.sillage.core.internal.settings.StoredSettings;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobPoolTest {
    private static final PasswordHasher HASHER = new PasswordHasher() {
        @Override
        public String hash(char[] password) {
            return "hash";
        }

        @Override
        public boolean matches(char[] password, String hash) {
            return true;
        }
    };

    private final MemoryPlatformStore platform = new MemoryPlatformStore();
    private final PlatformCommunities communities = new PlatformCommunities(platform, new MemorySilos(), HASHER);
    private final MemoryJobStore store = new MemoryJobStore();
    private final StoredSettings settings = new StoredSettings(new MemorySettingStore(), platform);
    private final Account administrator = new Account(UserId.random(), "admin", "Admin", true);
    private final Steps kind = new Steps("steps", Duration.ZERO);
    private JobPool jobs;
    private Community community;
    private CommunityContext analyst;
    private CommunityContext manager;

    @BeforeEach
    void start() {
        platform.addAccount(administrator, "hash");
        community = administration().createCommunity("Institut");
        analyst = member("analyste", community, Profile.ANALYST);
        manager = member("gestionnaire", community, Profile.MANAGER);
        jobs = pool();
    }

    @AfterEach
    void stop() {
        jobs.stop();
    }

    private JobPool pool() {
        JobPool pool = new JobPool(communities, store, settings);
        pool.addKind(kind);
        return pool;
    }

    @Test
    void whatIsThereAlreadyWaitsForNoTurnAndIsInNoList() {
        Job<Integer> job = jobs.submit(analyst, new JobSpec("steps", "five", Map.of("there", "yes")), Integer.class);

        assertEquals(Phase.DONE, job.state().phase());
        assertEquals(Optional.of(5), job.result());
        assertEquals(List.of(), jobs.list(analyst));
        assertTrue(kind.started.isEmpty());
    }

    private Administration administration() {
        return communities.administer(administrator.id());
    }

    private CommunityContext member(String login, Community where, Profile profile) {
        Account account = platform.accountByLogin(login)
                .orElseGet(() -> administration().createAccount(login, login, false, "a long password".toCharArray()));
        administration().setMembership(account.id(), where.id(), profile);
        return communities.enter(account.id(), where.id());
    }

    /** A kind whose jobs go on step by step as the test lets them. */
    private static final class Steps implements JobKind {
        private final String id;
        private final Duration unlisted;
        final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
        final BlockingQueue<CommunityContext> started = new LinkedBlockingQueue<>();
        final AtomicReference<Runnable> whileAsked = new AtomicReference<>(() -> {});
        final List<JobSpec> forgotten = new java.util.concurrent.CopyOnWriteArrayList<>();

        Steps(String id, Duration unlisted) {
            this.id = id;
            this.unlisted = unlisted;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean heavy() {
            return false;
        }

        @Override
        public Duration unlisted() {
            return unlisted;
        }

        @Override
        public Outcome run(CommunityContext context, JobId job, JobSpec spec, JobControl control) throws Exception {
            started.add(context);
            while (true) {
                control.check();
                Runnable step = steps.poll(5, TimeUnit.MILLISECONDS);
                if (step != null) {
                    step.run();
                    if (spec.arguments().containsKey("fails")) {
                        throw new ImportException(Message.of("x", "broken", 3L), OptionalLong.of(7));
                    }
                    return new Outcome("found " + spec.subject(), spec.subject().length());
                }
            }
        }

        @Override
        public Optional<Object> atOnce(CommunityContext context, JobSpec spec) {
            return spec.arguments().containsKey("there") ? Optional.of(5) : Optional.empty();
        }

        @Override
        public void forget(CommunityContext context, JobId id, JobSpec spec) {
            forgotten.add(spec);
        }

        @Override
        public boolean repeatable(CommunityContext context, JobSpec spec) {
            whileAsked.getAndSet(() -> {}).run();
            return !spec.arguments().containsKey("once");
        }

        void finish() {
            steps.add(() -> {});
        }
    }

    private static JobSpec spec(String subject, Map<String, String> arguments) {
        return new JobSpec("steps", subject, arguments);
    }

    private Job<Integer> submit(CommunityContext context, String subject) {
        return jobs.submit(context, spec(subject, Map.of()), Integer.class);
    }

    private static void await(Job<?> job, Phase phase) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        Runnable end = job.watch(state -> {
            if (state.phase() == phase) {
                there.countDown();
            }
        });
        assertTrue(there.await(20, TimeUnit.SECONDS), "never " + phase + " but " + job.state());
        end.run();
    }

    private void await(JobId id, Phase phase) throws InterruptedException {
        while (jobs.find(manager, id)
                .map(JobInfo::state)
                .map(JobState::phase)
                .filter(phase::equals)
                .isEmpty()) {
            Thread.sleep(5);
        }
    }

    @Test
    void aJobIsListedFromItsBeginningToItsResult() throws Exception {
        Job<Integer> job = submit(analyst, "fichier.csv");
        assertEquals(analyst.community(), kind.started.take().community());
        assertEquals(
                List.of(job.id()), jobs.list(analyst).stream().map(JobInfo::id).toList());
        await(job, Phase.RUNNING);

        kind.finish();
        await(job, Phase.DONE);

        assertEquals(Optional.of(11), job.result());
        JobInfo done = jobs.find(analyst, job.id()).orElseThrow();
        assertEquals("found fichier.csv", done.result());
        assertEquals(new JobState(Phase.DONE, 1), done.state());
        assertTrue(done.ended().isPresent());
        assertEquals(List.of(done), store.all());
        assertFalse(jobs.repeatable(analyst, job.id()), "it is done");
    }

    @Test
    void aMemberSeesTheOwnJobsAndAManagerAllOfTheCommunityAlone() throws Exception {
        Community other = administration().createCommunity("Autre");
        CommunityContext otherManager = member("gestionnaire", other, Profile.MANAGER);
        CommunityContext reader = member("lecteur", community, Profile.READER);
        Job<Integer> own = submit(analyst, "a");
        Job<Integer> theirs = submit(manager, "b");
        Job<Integer> elsewhere = submit(otherManager, "c");

        assertEquals(List.of(own.id()), ids(jobs.list(analyst)));
        assertEquals(2, jobs.list(manager).size());
        assertEquals(List.of(elsewhere.id()), ids(jobs.list(otherManager)));
        assertEquals(List.of(), ids(jobs.list(reader)));
        assertTrue(jobs.find(analyst, theirs.id()).isEmpty());
        assertTrue(jobs.find(manager, elsewhere.id()).isEmpty());
        jobs.cancel(analyst, theirs.id());
        jobs.cancel(manager, elsewhere.id());
        jobs.forget(analyst, theirs.id());
        assertEquals(2, jobs.list(manager).size());

        administration().removeMembership(analyst.account().id(), community.id());
        assertEquals(List.of(), ids(jobs.list(analyst)), "who is no member any more sees nothing");

        jobs.cancel(manager, own.id());
        await(own.id(), Phase.CANCELLED);
        kind.finish();
        kind.finish();
        await(theirs, Phase.DONE);
        await(elsewhere, Phase.DONE);
    }

    private static List<JobId> ids(List<JobInfo> list) {
        return list.stream().map(JobInfo::id).toList();
    }

    @Test
    void aCancelledJobCanBeStartedAgainByWhoMay() throws Exception {
        Job<Integer> job = submit(analyst, "fichier.csv");
        kind.started.take();
        jobs.cancel(analyst, job.id());
        await(job, Phase.CANCELLED);
        assertEquals(
                Phase.CANCELLED,
                jobs.find(analyst, job.id()).orElseThrow().state().phase());

        assertTrue(jobs.repeatable(manager, job.id()));
        jobs.again(manager, job.id(), spec("autre.csv", Map.of()), Integer.class);
        assertEquals(manager.account(), kind.started.take().account());
        kind.finish();
        await(job.id(), Phase.DONE);
        assertEquals(
                "found autre.csv", jobs.find(manager, job.id()).orElseThrow().result());
        assertEquals(1, jobs.list(manager).size());
    }

    @Test
    void ofTwoWhoStartAJobAgainAtTheSameTimeOneDoes() throws Exception {
        Job<Integer> job = submit(analyst, "fichier.csv");
        jobs.cancel(analyst, job.id());
        await(job, Phase.CANCELLED);
        AtomicReference<Optional<Job<Integer>>> faster = new AtomicReference<>(Optional.empty());
        kind.whileAsked.set(() -> faster.set(jobs.again(manager, job.id(), spec("second", Map.of()), Integer.class)));

        assertEquals(Optional.empty(), jobs.again(analyst, job.id(), spec("first", Map.of()), Integer.class));
        kind.finish();
        await(faster.get().orElseThrow(), Phase.DONE);
        assertEquals("found second", jobs.find(manager, job.id()).orElseThrow().result());
        assertEquals(0, jobs.load().waiting());
    }

    @Test
    void whatWasStartedAgainIsNotForgotten() throws Exception {
        Job<Integer> job = submit(analyst, "fichier.csv");
        jobs.cancel(analyst, job.id());
        await(job, Phase.CANCELLED);
        jobs.again(analyst, job.id(), spec("fichier.csv", Map.of()), Integer.class);
        jobs.forget(analyst, job.id());

        assertEquals(List.of(), kind.forgotten);
        kind.finish();
        await(job.id(), Phase.DONE);
    }

    @Test
    void aFailureIsToldWithItsLine() throws Exception {
        Job<Integer> job = jobs.submit(analyst, spec("f", Map.of("fails", "", "once", "")), Integer.class);
        kind.finish();
        await(job, Phase.FAILED);

        JobInfo failed = jobs.find(analyst, job.id()).orElseThrow();
        assertEquals(Optional.of(new JobFailure(Message.of("x", "broken", 3L), 7)), failed.failure());
        assertTrue(job.failure().orElseThrow() instanceof ImportException);
        assertFalse(jobs.repeatable(analyst, job.id()), "its kind says so");

        jobs.forget(analyst, job.id());
        assertEquals(List.of(), jobs.list(analyst));
        assertEquals(List.of(), store.all());
        assertEquals(List.of(failed.spec()), kind.forgotten);
    }

    @Test
    void whoIsTakenOutOfTheCommunityHasNothingRunAnyMore() throws Exception {
        settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 1);
        Job<Integer> first = submit(manager, "first");
        Job<Integer> second = submit(analyst, "second");
        kind.started.take();
        administration().removeMembership(analyst.account().id(), community.id());
        kind.finish();
        await(first, Phase.DONE);
        await(second, Phase.FAILED);

        assertEquals(
                "job.denied",
                jobs.find(manager, second.id())
                        .orElseThrow()
                        .failure()
                        .orElseThrow()
                        .reason()
                        .key()
                        .key());
    }

    @Test
    void whatWaitsIsCancelledWithoutATurn() throws Exception {
        settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 1);
        Job<Integer> running = submit(analyst, "running");
        Job<Integer> waiting = submit(analyst, "waiting");
        kind.started.take();
        assertEquals(1, jobs.load().running());
        assertEquals(1, jobs.load().waiting());
        waiting.cancel();
        assertEquals(Phase.CANCELLED, waiting.state().phase());
        assertEquals(0, jobs.load().waiting());
        kind.finish();
        await(running, Phase.DONE);
        assertTrue(kind.started.isEmpty());
    }

    @Test
    void noMoreRunAtOnceThanTheAdministratorSays() throws Exception {
        settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(12);
        for (int i = 0; i < 12; i++) {
            jobs.submit(analyst, control -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.sleep(5);
                now.decrementAndGet();
                all.countDown();
                return true;
            });
        }
        assertTrue(all.await(20, TimeUnit.SECONDS));
        assertEquals(2, most.get());
    }

    @Test
    void whatEndsSoonLeavesNoTraceAndWhatTakesLongIsListed() throws Exception {
        Steps quick = new Steps("quick", Duration.ofMillis(150));
        jobs.addKind(quick);
        quick.finish();
        Job<Integer> soon = jobs.submit(analyst, new JobSpec("quick", "soon", Map.of()), Integer.class);
        await(soon, Phase.DONE);
        assertEquals(Optional.of(4), soon.result());
        assertEquals(List.of(), jobs.list(analyst));

        Job<Integer> late = jobs.submit(analyst, new JobSpec("quick", "late", Map.of()), Integer.class);
        while (jobs.list(analyst).isEmpty()) {
            Thread.sleep(5);
        }
        assertEquals(Phase.RUNNING, store.all().getFirst().state().phase());
        quick.finish();
        await(late, Phase.DONE);
        assertEquals(List.of(late.id()), ids(jobs.list(analyst)));
        assertEquals(List.of(late.id()), ids(store.all()));
    }

    @Test
    void whatThePageRenouncesIsNotListed() throws Exception {
        Steps quick = new Steps("quick", Duration.ofMillis(1));
        jobs.addKind(quick);
        Job<Integer> job = jobs.submit(analyst, new JobSpec("quick", "late", Map.of()), Integer.class);
        while (jobs.list(analyst).isEmpty()) {
            Thread.sleep(5);
        }
        job.cancel();
        await(job, Phase.CANCELLED);
        while (!jobs.list(analyst).isEmpty()) {
            Thread.sleep(5);
        }
        assertEquals(List.of(), store.all());
    }

    @Test
    void aRestartShowsWhatWasInterruptedAndItCanBeStartedAgain() throws Exception {
        settings.set(administrator.id(), Setting.JOBS_AT_ONCE, 1);
        Job<Integer> running = submit(analyst, "running");
        Job<Integer> waiting = submit(analyst, "waiting");
        kind.started.take();
        List<JobInfo> killed = store.all();
        jobs.stop();
        List<JobInfo> stopped = store.all();
        assertTrue(stopped.stream().allMatch(job -> job.state().phase() == Phase.INTERRUPTED), stopped.toString());

        killed.forEach(store::put); // as a process leaves it that is killed
        jobs = pool();
        assertEquals(2, jobs.list(analyst).size());
        for (JobInfo job : jobs.list(analyst)) {
            assertEquals(Phase.INTERRUPTED, job.state().phase());
            assertTrue(jobs.repeatable(analyst, job.id()));
        }
        assertEquals(0, jobs.load().running(), "nothing starts by itself");
        jobs.again(analyst, running.id(), spec("running", Map.of()), Integer.class);
        kind.finish();
        await(running.id(), Phase.DONE);
        jobs.forget(analyst, waiting.id());
        assertEquals(1, store.all().size());
    }

    @Test
    void whoWatchesIsToldOfWhatTheySeeOnly() throws Exception {
        AtomicInteger analysts = new AtomicInteger();
        AtomicInteger managers = new AtomicInteger();
        Runnable end = jobs.watch(analyst, analysts::incrementAndGet);
        jobs.watch(manager, managers::incrementAndGet);
        Job<Integer> job = submit(manager, "b");
        kind.finish();
        await(job, Phase.DONE);
        assertEquals(0, analysts.get());
        assertTrue(managers.get() >= 3, "submitted, running, done");

        end.run();
        kind.finish();
        await(submit(analyst, "a"), Phase.DONE);
        assertEquals(0, analysts.get());
    }

    @Test
    void aListenerThatFailsStopsNothing() throws Exception {
        jobs.watch(analyst, () -> {
            throw new IllegalStateException("gone");
        });
        kind.finish();
        Job<Integer> job = submit(analyst, "a");
        await(job, Phase.DONE);
        assertEquals(1, jobs.list(analyst).size());
    }

    @Test
    void workOfAPageRunsAndIsCancelledWithoutBeingListed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Job<String> job = jobs.submit(analyst, control -> {
            inside.countDown();
            try {
                while (true) {
                    control.check();
                    Thread.sleep(1);
                }
            } catch (JobCancelledException e) {
                seen.set(e);
                throw e;
            }
        });
        inside.await();
        assertEquals(List.of(), jobs.list(analyst));
        job.cancel();
        await(job, Phase.CANCELLED);
        assertTrue(seen.get() instanceof JobCancelledException);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> jobs.submit(analyst, new JobSpec("unknown", "a", Map.of()), Object.class));
    }

    @Test
    void theTimeLeftFollowsFromThePaceSoFar() {
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        JobInfo job = JobInfo.waiting(JobId.random(), community.id(), UserId.random(), spec("a", Map.of()), begin)
                .running(begin);
        assertEquals(Optional.empty(), job.remaining(begin.plusSeconds(60)), "nothing is known yet");
        JobInfo quarter = job.at(new JobState(Phase.RUNNING, 0.25));
        assertEquals(Optional.of(Duration.ofSeconds(90)), quarter.remaining(begin.plusSeconds(30)));
        assertEquals(Optional.empty(), quarter.remaining(begin.plusSeconds(1)), "too soon to tell");
        assertEquals(Optional.empty(), job.at(new JobState(Phase.RUNNING, -1)).remaining(begin.plusSeconds(60)));
    }
}
