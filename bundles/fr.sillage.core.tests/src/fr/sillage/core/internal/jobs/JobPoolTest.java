package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JobPoolTest extends JobPoolFixture {
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
    void theAdministratorHasOnlySomeKindsDoneWhereTheAccountIsNoMember() throws Exception {
        CommunityContext visit = communities.visit(administrator.id(), community.id());
        assertFalse(visit.may(Right.SEE_RESULTS), "a visit gives no right");
        assertThrows(
                AccessDeniedException.class,
                () -> communities.visit(manager.account().id(), community.id()));

        await(submit(visit, "of members"), Phase.FAILED);
        kind.forAdministrator = true;
        Job<Integer> job = submit(visit, "of the administrator");
        kind.finish();
        await(job, Phase.DONE);
        assertEquals(2, jobs.list(manager).size(), "the manager sees what was done");
        assertEquals(List.of(), jobs.list(visit));
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
}
