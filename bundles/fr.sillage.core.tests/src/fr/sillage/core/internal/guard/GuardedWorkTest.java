package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class GuardedWorkTest extends ExtensionGuardFixture {
    @Test
    void workThatListensEndsWhenTold() {
        Switch job = new Switch();
        Analysis listening = (in, values, control) -> {
            job.on = true;
            while (true) {
                control.check();
            }
        };

        assertThrows(JobCancelledException.class, () -> run(listening, job));
        assertEquals(List.of(), guard.faults());
        assertEquals(0, guard.abandonedThreads());
    }

    @Test
    void workThatSleepsIsWoken() {
        Switch job = new Switch();
        Analysis sleeping = (in, values, control) -> {
            job.on = true;
            sleep(60_000);
            return EMPTY;
        };

        assertThrows(JobCancelledException.class, () -> run(sleeping, job));
        assertEquals(0, guard.abandonedThreads());
    }

    @Test
    void workThatDoesNotListenIsAbandonedAndItsBundleQuarantined() throws Exception {
        Switch job = new Switch();
        Analysis deaf = (in, values, control) -> {
            job.on = true;
            awaitEnd();
            return EMPTY;
        };

        assertThrows(JobCancelledException.class, () -> run(deaf, job));

        assertEquals(Kind.DEAF, guard.faults().getFirst().kind());
        assertEquals(1, guard.abandonedThreads());
        until(() -> guard.isQuarantined("test.bundle"));
        ExtensionException refused =
                assertThrows(ExtensionException.class, () -> run((in, values, control) -> EMPTY, JobControl.NONE));
        assertEquals(Why.QUARANTINED, refused.why());

        end.countDown();
        until(() -> guard.abandonedThreads() == 0);
        guard.release("test.bundle");
        assertEquals(EMPTY, run((in, values, control) -> EMPTY, JobControl.NONE));
    }

    @Test
    void workWithoutASignOfLifeIsGivenUp() {
        ExtensionException hung = assertThrows(
                ExtensionException.class,
                () -> run(
                        (in, values, job) -> {
                            awaitEnd();
                            return EMPTY;
                        },
                        JobControl.NONE));

        assertEquals(Why.HUNG, hung.why());
        assertEquals(Kind.HUNG, guard.faults().getFirst().kind());
        assertTrue(guard.isQuarantined("test.bundle"));
    }

    @Test
    void longWorkIsLegalAsLongAsItGivesSigns() throws AnalysisException {
        Analysis longWork = (in, values, job) -> {
            for (int i = 0; i < 20; i++) {
                sleep(100);
                job.progress(i / 20.0);
            }
            return EMPTY;
        };

        assertEquals(EMPTY, run(longWork, JobControl.NONE), "twice as long as the patience");
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aQuestionThatTheSiloAnswersSlowlyIsNoSilence() throws AnalysisException {
        Inputs slow = new Inputs() {
            @Override
            public <R> R ask(Query<R> query) {
                sleep(1_500);
                return null;
            }
        };
        Analysis asking = guard.analysis(BY, () -> (Analysis) (in, values, job) -> {
            in.ask(null);
            return EMPTY;
        });

        assertEquals(EMPTY, asking.run(slow, Values.NONE, JobControl.NONE));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void threadsThatAreLeftBehindAreFound() throws Exception {
        List<Thread> started = new ArrayList<>();
        Analysis leaving = (in, values, job) -> {
            Thread thread = new Thread(this::awaitEnd);
            started.add(thread);
            thread.start();
            return EMPTY;
        };

        assertEquals(EMPTY, run(leaving, JobControl.NONE));

        until(() -> !guard.faults().isEmpty());
        assertEquals(Kind.LEFT_THREADS, guard.faults().getFirst().kind());
        assertEquals(1, guard.abandonedThreads());
        end.countDown();
        started.getFirst().join(10_000);
        assertEquals(0, guard.abandonedThreads());
    }

    @Test
    void threadsThatAreEndedAreNoFault() throws Exception {
        Analysis tidy = (in, values, job) -> {
            try (var pool = Executors.newFixedThreadPool(3)) {
                pool.submit(() -> sleep(10));
            }
            return EMPTY;
        };

        run(tidy, JobControl.NONE);
        sleep(1_500);

        assertEquals(List.of(), guard.faults());
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) { // the test's time-out ends it
            sleep(10);
        }
    }
}
