package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.CommunityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private static final CommunityId LARGE = CommunityId.random();
    private static final CommunityId SMALL = CommunityId.random();
    private static final CommunityId OTHER = CommunityId.random();

    private final JobQueue<Queued> queue = new JobQueue<>();

    private record Queued(String name, CommunityId community, boolean heavy) implements JobQueue.Entry {}

    private Queued add(String name, CommunityId community, boolean heavy) {
        Queued job = new Queued(name, community, heavy);
        queue.add(job);
        return job;
    }

    /** All that may run now. */
    private List<String> take(int atOnce) {
        List<String> names = new ArrayList<>();
        for (Optional<Queued> next = queue.take(atOnce); next.isPresent(); next = queue.take(atOnce)) {
            names.add(next.get().name());
        }
        return names;
    }

    private List<String> oneByOne() {
        List<String> names = new ArrayList<>();
        for (Optional<Queued> next = queue.take(1); next.isPresent(); next = queue.take(1)) {
            names.add(next.get().name());
            queue.ended(next.get());
        }
        return names;
    }

    @Test
    void communitiesTakeTurnsHoweverManyJobsOneHas() {
        for (int i = 1; i <= 4; i++) {
            add("large " + i, LARGE, false);
        }
        add("small 1", SMALL, false);
        add("small 2", SMALL, false);
        add("other 1", OTHER, false);

        assertEquals(List.of("large 1", "small 1", "other 1", "large 2", "small 2", "large 3", "large 4"), oneByOne());
    }

    @Test
    void whoComesLaterIsServedBeforeThoseWhoHaveJobsRunning() {
        add("large 1", LARGE, false);
        add("large 2", LARGE, false);
        add("large 3", LARGE, false);
        assertEquals(List.of("large 1", "large 2"), take(2));

        add("small 1", SMALL, false);
        add("small 2", SMALL, false);
        assertEquals(List.of(), take(2));
        assertEquals(List.of("small 1", "small 2"), take(4), "as many of both");
        assertEquals(List.of("large 3"), take(5));
    }

    @Test
    void noMoreRunThanMay() {
        Queued first = add("1", LARGE, false);
        add("2", LARGE, false);
        add("3", SMALL, false);

        assertEquals(2, take(2).size());
        assertEquals(2, queue.running());
        assertEquals(1, queue.waiting());
        queue.ended(first);
        queue.ended(first);
        assertEquals(1, take(2).size());
        assertEquals(2, queue.running());
    }

    @Test
    void heavyJobsLeaveHalfOfThePlacesToOthers() {
        Queued first = add("import 1", LARGE, true);
        add("import 2", LARGE, true);
        add("import 3", SMALL, true);
        assertEquals(List.of("import 1", "import 3"), take(4));

        add("click 1", LARGE, false);
        add("click 2", SMALL, false);
        assertEquals(2, take(4).size(), "clicks pass the import that waits");
        queue.ended(first);
        assertEquals(List.of("import 2"), take(4));
    }

    @Test
    void oneHeavyJobMayAlwaysRun() {
        add("import", LARGE, true);

        assertEquals(List.of("import"), take(1));
    }

    @Test
    void whatIsTakenOutIsNotRun() {
        Queued gone = add("gone", LARGE, false);
        add("next", LARGE, false);

        assertTrue(queue.remove(gone));
        assertFalse(queue.remove(gone));
        assertEquals(List.of("next"), take(4));
        assertEquals(0, queue.waiting());
    }
}
