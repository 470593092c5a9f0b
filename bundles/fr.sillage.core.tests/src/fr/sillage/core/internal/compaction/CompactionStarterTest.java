package fr.sillage.core.internal.compaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.SiloCompaction;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloSpace;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CompactionStarterTest {
    private static final long MEBIBYTE = 1L << 20;

    private final CommunityContext member = Members.of(Profile.ANALYST);
    private final List<JobSpec> submitted = new ArrayList<>();
    private final List<Consumer<JobState>> watching = new ArrayList<>();
    private SiloSpace space = new SiloSpace(200 * MEBIBYTE, 100 * MEBIBYTE);
    private final CompactionStarter starter = new CompactionStarter(jobs(), new SiloCompaction() {
        @Override
        public SiloSpace space(CommunityId community) {
            if (space.bytes() < 0) {
                throw new SiloException("closed", new IllegalStateException());
            }
            return space;
        }

        @Override
        public Compacted compact(CommunityId community, JobControl job) {
            throw new AssertionError("only the job does");
        }
    });

    private Jobs jobs() {
        return (Jobs) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> {
                    assertEquals("submit", method.getName());
                    submitted.add((JobSpec) arguments[1]);
                    return new Watched();
                });
    }

    private final class Watched implements Job<Compacted> {
        @Override
        public JobId id() {
            return JobId.random();
        }

        @Override
        public JobState state() {
            return JobState.WAITING;
        }

        @Override
        public Optional<Compacted> result() {
            return Optional.empty();
        }

        @Override
        public Optional<Throwable> failure() {
            return Optional.empty();
        }

        @Override
        public void cancel() {
            // goes on
        }

        @Override
        public Runnable watch(Consumer<JobState> listener) {
            watching.add(listener);
            return () -> {};
        }
    }

    @Test
    void whereMuchIsFreeOneCompactionIsStartedAtATime() {
        starter.dropped(member);
        starter.dropped(member);
        assertEquals(List.of(CompactionJob.SPEC), submitted);
        watching.getFirst().accept(new JobState(JobState.Phase.DONE, 1));
        starter.dropped(member);
        assertEquals(2, submitted.size());
    }

    @Test
    void littleOrASmallPartIsNotWorthItAndAFailureIsNobodysBusiness() {
        space = new SiloSpace(100 * MEBIBYTE, 63 * MEBIBYTE);
        starter.dropped(member);
        space = new SiloSpace(1_000 * MEBIBYTE, 249 * MEBIBYTE);
        starter.dropped(member);
        space = new SiloSpace(-1, 0);
        starter.dropped(member);
        assertEquals(List.of(), submitted);
        space = new SiloSpace(1_000 * MEBIBYTE, 250 * MEBIBYTE);
        starter.dropped(member);
        assertEquals(1, submitted.size());
    }
}
