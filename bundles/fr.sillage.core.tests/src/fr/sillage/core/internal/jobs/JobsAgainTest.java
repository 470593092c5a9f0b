package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JobsAgainTest extends JobPoolFixture {
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
}
