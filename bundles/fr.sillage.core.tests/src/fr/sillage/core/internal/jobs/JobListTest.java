package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Message;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobListTest extends JobPoolFixture {
    @Test
    void whatIsThereAlreadyWaitsForNoTurnAndIsInNoList() {
        Job<Integer> job = jobs.submit(analyst, new JobSpec("steps", "five", Map.of("there", "yes")), Integer.class);

        assertEquals(Phase.DONE, job.state().phase());
        assertEquals(Optional.of(5), job.result());
        assertEquals(List.of(), jobs.list(analyst));
        assertTrue(kind.started.isEmpty());
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
        kind.started.take(); // while its member may still run it
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
