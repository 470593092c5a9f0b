package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Bounds;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.analysis.Interval;
import fr.sillage.api.analysis.Quantity;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    /** What the platform does with a draft is not the work of whoever made it. */
    @Test
    void theGateThatDoesNotListenIsNoFaultOfTheAnalysis() throws InterruptedException {
        Switch job = new Switch();

        assertThrows(
                JobCancelledException.class,
                () -> supervised(job, draft -> {
                    job.on = true;
                    awaitEnd();
                }));
        sleep(1_500);

        assertEquals(List.of(), guard.faults());
        assertFalse(guard.isQuarantined("test.bundle"));
    }

    @Test
    void boundsThatDoNotListenAreAFaultOfTheAnalysis() {
        Switch job = new Switch();
        Bounds deaf = possible -> {
            job.on = true;
            awaitEnd();
            return Optional.empty();
        };

        assertThrows(
                JobCancelledException.class,
                () -> supervised(job, draftWith(deaf), draft -> bounds(draft).over(region -> Interval.of(1))));

        assertEquals(Kind.DEAF, guard.faults().getFirst().kind());
    }

    @Test
    void boundsWithoutASignOfLifeAreGivenUp() {
        Bounds hanging = possible -> {
            awaitEnd();
            return Optional.empty();
        };

        ExtensionException hung = assertThrows(
                ExtensionException.class,
                () -> supervised(
                        JobControl.NONE,
                        draftWith(hanging),
                        draft -> bounds(draft).over(region -> Interval.of(1))));

        assertEquals(Why.HUNG, hung.why());
    }

    /** The platform's own work for the bounds does not count as theirs. */
    @Test
    void whatTheBoundsAskThePlatformIsNoFaultOfTheAnalysis() {
        Switch job = new Switch();

        assertThrows(
                JobCancelledException.class,
                () -> supervised(
                        job,
                        draftWith(possible -> Optional.of(possible.apply(Region.of(0)))),
                        draft -> bounds(draft).over(region -> {
                            job.on = true;
                            awaitEnd();
                            return Interval.of(1);
                        })));

        assertEquals(List.of(), guard.faults());
    }

    private void supervised(JobControl job, Consumer<Draft> work) {
        supervised(job, EMPTY, work);
    }

    private void supervised(JobControl job, Draft draft, Consumer<Draft> work) {
        Supervised analysis = (Supervised) guard.analysis(BY, () -> (Analysis) (in, values, control) -> EMPTY);
        analysis.supervise(job, draft, (watched, given) -> {
            work.accept(given);
            return "published";
        });
    }

    private static Draft draftWith(Bounds bounds) {
        Quantity quantity = new Quantity(1, Set.of(Region.of(0)), Scale.COUNT, bounds);
        return new Draft(
                List.of(new Table(
                        "t",
                        List.of(new TableColumn("n", TableColumn.Kind.INTEGER)),
                        List.of(List.of(new Value.Number(quantity))))),
                List.of(),
                List.of());
    }

    private static Bounds bounds(Draft draft) {
        return ((Value.Number) draft.tables().getFirst().rows().getFirst().getFirst())
                .quantity()
                .bounds();
    }

    /** A job that is cancelled from outside. */
    private static final class Switch implements JobControl {
        private volatile boolean on;

        @Override
        public void progress(double fraction) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return on;
        }
    }

    /** Deaf: goes on through interrupts. */
    private void awaitEnd() {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) { // the test's time-out ends it
            sleep(10);
        }
    }
}
