package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A pool of jobs of one community, over fakes. */
@Timeout(30)
abstract class JobPoolFixture {
    static final PasswordHasher HASHER = new PasswordHasher() {
        @Override
        public String hash(char[] password) {
            return "hash";
        }

        @Override
        public boolean matches(char[] password, String hash) {
            return true;
        }
    };

    final MemoryPlatformStore platform = new MemoryPlatformStore();
    final PlatformCommunities communities = new PlatformCommunities(platform, new MemorySilos(), HASHER);
    final MemoryJobStore store = new MemoryJobStore();
    final StoredSettings settings = new StoredSettings(new MemorySettingStore(), platform);
    final Account administrator = new Account(UserId.random(), "admin", "Admin", true);
    final Steps kind = new Steps("steps", Duration.ZERO);
    JobPool jobs;
    Community community;
    CommunityContext analyst;
    CommunityContext manager;

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

    JobPool pool() {
        JobPool pool = new JobPool(communities, store, settings);
        pool.addKind(kind);
        return pool;
    }

    Administration administration() {
        return communities.administer(administrator.id());
    }

    CommunityContext member(String login, Community where, Profile profile) {
        Account account = platform.accountByLogin(login)
                .orElseGet(() -> administration().createAccount(login, login, false, "a long password".toCharArray()));
        administration().setMembership(account.id(), where.id(), profile);
        return communities.enter(account.id(), where.id());
    }

    /** A kind whose jobs go on step by step as the test lets them. */
    static final class Steps implements JobKind {
        private final String id;
        private final Duration unlisted;
        final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
        final BlockingQueue<CommunityContext> started = new LinkedBlockingQueue<>();
        final AtomicReference<Runnable> whileAsked = new AtomicReference<>(() -> {});
        final List<JobSpec> forgotten = new java.util.concurrent.CopyOnWriteArrayList<>();

        volatile boolean forAdministrator;

        Steps(String id, Duration unlisted) {
            this.id = id;
            this.unlisted = unlisted;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean forAdministrator() {
            return forAdministrator;
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
        public void forget(CommunityContext context, JobInfo job) {
            forgotten.add(job.spec());
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

    static JobSpec spec(String subject, Map<String, String> arguments) {
        return new JobSpec("steps", subject, arguments);
    }

    Job<Integer> submit(CommunityContext context, String subject) {
        return jobs.submit(context, spec(subject, Map.of()), Integer.class);
    }

    static void await(Job<?> job, Phase phase) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        Runnable end = job.watch(state -> {
            if (state.phase() == phase) {
                there.countDown();
            }
        });
        assertTrue(there.await(20, TimeUnit.SECONDS), "never " + phase + " but " + job.state());
        end.run();
    }

    void await(JobId id, Phase phase) throws InterruptedException {
        while (jobs.find(manager, id)
                .map(JobInfo::state)
                .map(JobState::phase)
                .filter(phase::equals)
                .isEmpty()) {
            Thread.sleep(5);
        }
    }
}
