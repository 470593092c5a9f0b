package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.fakes.MemoryJobStore;
import fr.sillage.core.fakes.SetClock;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobBookTest {
    private static final CommunityId COMMUNITY = CommunityId.random();

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final MemoryJobStore store = new MemoryJobStore();

    private JobInfo job() {
        return JobInfo.waiting(
                JobId.random(), COMMUNITY, UserId.random(), new JobSpec("kind", "title", Map.of()), clock.instant());
    }

    private JobId done() {
        JobInfo job = job();
        store.put(job.running(clock.instant()).ended(Phase.DONE, clock.instant(), Optional.empty(), ""));
        return job.id();
    }

    private JobBook book() {
        return new JobBook(store, clock, clock.retention());
    }

    private static List<JobId> listed(JobBook book) {
        return book.list(job -> job.state().ended()).stream().map(JobInfo::id).toList();
    }

    @Test
    void whatEndedIsListedForThirtyDays() {
        JobId early = done();
        clock.pass(Duration.ofDays(2));
        JobId late = done();
        JobBook book = book();
        clock.pass(Duration.ofDays(29));

        book.begin(job(), true);

        assertEquals(List.of(late), listed(book));
        assertEquals(
                Optional.empty(),
                store.all().stream().map(JobInfo::id).filter(early::equals).findFirst());
    }

    @Test
    void aClockThatJumpsTakesNothingFromTheList() {
        JobId old = done();
        JobBook book = book();
        clock.pass(Duration.ofDays(1));
        clock.jump(Duration.ofDays(365));

        book.begin(job(), true);
        assertEquals(List.of(old), listed(book));

        clock.jump(Duration.ofDays(-366));
        book.begin(job(), true);
        assertEquals(List.of(old), listed(book));
    }

    /** Until somebody lists it, nobody asks the database for the rights of all who look at the list. */
    @Test
    void nobodyIsToldOfWhatIsNotListed() {
        JobBook book = book();
        List<JobId> told = new ArrayList<>();
        book.watch(job -> told.add(job.id()));
        JobInfo job = job();

        book.begin(job, false);
        book.remove(job.id());
        assertEquals(List.of(), told);

        book.begin(job, false);
        book.list(job.id());
        assertEquals(List.of(job.id()), told);
    }
}
