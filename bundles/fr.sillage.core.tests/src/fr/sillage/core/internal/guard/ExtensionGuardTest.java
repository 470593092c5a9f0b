package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.silo.SiloException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With an analysis; the other kinds go through the same call. */
@Timeout(60)
class ExtensionGuardTest {
    private static final Draft EMPTY = new Draft(List.of(), List.of(), List.of());
    private static final Contribution BY = new Named("test.one", "test.bundle");
    private static final Inputs NO_DATA = new Inputs() {
        @Override
        public <R> R ask(Query<R> query) {
            throw new IllegalArgumentException("no data");
        }
    };

    private final ExtensionGuard guard = new ExtensionGuard(Duration.ofMillis(200), Duration.ofMillis(1_000));
    private final CountDownLatch end = new CountDownLatch(1);

    private record Named(String id, String bundle) implements Contribution {
        @Override
        public String name(Locale locale) {
            return id;
        }
    }

    @AfterEach
    void close() {
        end.countDown();
        guard.close();
    }

    @Test
    void whatWorksWorks() throws AnalysisException {
        assertEquals(EMPTY, run((in, values, job) -> EMPTY, JobControl.NONE));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void anythingThrownIsBlamedOnItsBundleWithoutTheMessage() {
        for (Throwable thrown : List.of(
                new IllegalStateException("secret"),
                new StackOverflowError(),
                new NoClassDefFoundError("secret"),
                new JobCancelledException())) { // nobody had told it
            ExtensionException failure = assertThrows(
                    ExtensionException.class,
                    () -> run((in, values, job) -> sneak(thrown), JobControl.NONE),
                    thrown.toString());
            assertEquals(Why.FAILED, failure.why());
            ExtensionFault fault = guard.faults().getFirst();
            assertEquals("test.bundle", fault.bundle());
            assertEquals("test.one", fault.contribution());
            assertEquals(Kind.THREW, fault.kind());
            assertTrue(fault.detail().startsWith(thrown.getClass().getName()), fault::detail);
            assertFalse(fault.detail().contains("secret"), fault::detail);
            assertFalse(failure.getMessage().contains("secret"));
        }
    }

    @Test
    void memoryThatRunsOutIsBlamedOnNobody() {
        ExtensionException failure = assertThrows(
                ExtensionException.class,
                () -> run((in, values, job) -> sneak(new OutOfMemoryError("made up")), JobControl.NONE));
        assertEquals(Why.MEMORY, failure.why());
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void whatTheContractAllowsIsNoFault() {
        AnalysisException reason = new AnalysisException(Message.of("test", "no.answer"));

        assertEquals(
                reason,
                assertThrows(
                        AnalysisException.class,
                        () -> run(
                                (in, values, job) -> {
                                    throw reason;
                                },
                                JobControl.NONE)));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aConstructorIsContributedCodeToo() {
        Analysis made = guard.analysis(BY, () -> {
            throw new IllegalStateException("at work already");
        });
        Analysis wrong = guard.analysis(BY, () -> "no analysis");

        assertThrows(ExtensionException.class, () -> made.run(NO_DATA, Values.NONE, JobControl.NONE));
        assertThrows(ExtensionException.class, () -> wrong.run(NO_DATA, Values.NONE, JobControl.NONE));
        assertEquals(2, guard.faults().size());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(ExtensionException.class, () -> run((in, values, job) -> null, JobControl.NONE));
        assertEquals(Kind.NONSENSE, guard.faults().getFirst().kind());
    }

    @Test
    void aFailureOfTheSiloIsNotTheExtensions() {
        Inputs broken = new Inputs() {
            @Override
            public <R> R ask(Query<R> query) {
                throw new SiloException("disk", null);
            }
        };
        Analysis analysis = guard.analysis(BY, () -> (Analysis) (in, values, job) -> {
            try {
                in.ask(null);
            } catch (RuntimeException e) {
                throw new IllegalStateException("I could not go on", e);
            }
            return EMPTY;
        });

        assertThrows(SiloException.class, () -> analysis.run(broken, Values.NONE, JobControl.NONE));
        assertEquals(List.of(), guard.faults());
    }

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
    void whatIsAtWorkWhenItsBundleGoesIsRefused() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        Analysis analysis = guard.analysis(BY, () -> (Analysis) (in, values, job) -> {
            atWork.countDown();
            while (!job.cancelled()) {
                sleep(5);
            }
            return EMPTY;
        });
        try (var caller = Executors.newSingleThreadExecutor()) {
            var waiting = caller.submit(() ->
                    assertThrows(ExtensionException.class, () -> analysis.run(NO_DATA, Values.NONE, JobControl.NONE)));
            atWork.await();
            guard.stopped("test.bundle");

            assertEquals(Why.GONE, waiting.get(10, TimeUnit.SECONDS).why());
        }
        assertEquals(
                Why.GONE,
                assertThrows(ExtensionException.class, () -> analysis.run(NO_DATA, Values.NONE, JobControl.NONE))
                        .why());
        assertEquals(EMPTY, run((in, values, job) -> EMPTY, JobControl.NONE), "the next one of that name");
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

    @Test
    void memoryThatIsTakenAndGivenBackHurtsNobody() throws AnalysisException {
        long half = Runtime.getRuntime().maxMemory() / 2;
        Analysis hungry = (in, values, job) -> {
            List<byte[]> taken = new ArrayList<>();
            for (long bytes = 0; bytes < Math.min(half, 256L << 20); bytes += 1 << 20) {
                taken.add(new byte[1 << 20]);
                job.check();
            }
            return taken.isEmpty() ? null : EMPTY;
        };

        assertEquals(EMPTY, run(hungry, JobControl.NONE));
        assertEquals(EMPTY, run(hungry, JobControl.NONE), "it was given back");
    }

    @Test
    void aViewIsUsedInTheCallersThreadAndMadeAnewEachTime() {
        List<Object> seen = new ArrayList<>();
        ContributedView view = guard.view(BY, StringBuilder::new);

        view.use(StringBuilder.class, seen::add);
        view.use(StringBuilder.class, made -> seen.add(Thread.currentThread()));
        view.use(StringBuilder.class, seen::add);

        assertEquals(Thread.currentThread(), seen.get(1));
        assertNotSame(seen.get(0), seen.get(2));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aViewThatThrowsOrIsNoneIsBlamed() {
        ContributedView view = guard.view(BY, () -> "no view");

        for (Consumer<String> work : List.<Consumer<String>>of(
                made -> {
                    throw new IllegalStateException("secret");
                },
                made -> {
                    throw new OutOfMemoryError("secret");
                })) {
            ExtensionException failure = assertThrows(ExtensionException.class, () -> view.use(String.class, work));
            assertEquals(Why.FAILED, failure.why());
            assertFalse(guard.faults().getFirst().detail().contains("secret"));
        }
        assertThrows(ExtensionException.class, () -> view.use(Integer.class, made -> {}));
        assertEquals(3, guard.faults().size());
        assertFalse(guard.isQuarantined("test.bundle"));
    }

    @Test
    void aViewThatIsTooLongIsInterruptedAndItsBundleQuarantined() {
        ContributedView view = guard.view(BY, Object::new);

        ExtensionException failure = assertThrows(
                ExtensionException.class, () -> view.use(Object.class, made -> sleep(TimeUnit.MINUTES.toMillis(1))));

        assertEquals(Why.HUNG, failure.why());
        assertEquals(Kind.HUNG, guard.faults().getFirst().kind());
        assertTrue(guard.isQuarantined("test.bundle"));
        assertFalse(Thread.interrupted(), "the caller's thread goes on as before");
        assertEquals(
                Why.QUARANTINED,
                assertThrows(ExtensionException.class, () -> view.use(Object.class, made -> {}))
                        .why());
        assertEquals(0, guard.abandonedThreads());
    }

    @Test
    @SuppressWarnings("removal")
    void theEndOfTheBrowserSessionIsNotTheViewsFault() {
        ContributedView view = guard.view(BY, Object::new);

        assertThrows(
                ThreadDeath.class,
                () -> view.use(Object.class, made -> {
                    throw new ThreadDeath();
                }));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aViewOfABundleThatIsGoneDrawsNoMore() {
        ContributedView view = guard.view(BY, Object::new);
        guard.stopped("test.bundle");

        assertEquals(
                Why.GONE,
                assertThrows(ExtensionException.class, () -> view.use(Object.class, made -> {}))
                        .why());
    }

    @Test
    void theGateOnADraftThatMakesNoSense() {
        Supervised supervised = (Supervised) guard.analysis(BY, () -> (Analysis) (in, values, job) -> EMPTY);

        assertEquals("published", supervised.supervise(JobControl.NONE, job -> "published"));
        assertThrows(
                ExtensionException.class,
                () -> supervised.supervise(JobControl.NONE, job -> List.of().getFirst()));
        assertEquals(Kind.NONSENSE, guard.faults().getFirst().kind());
    }

    private Draft run(Analysis analysis, JobControl job) throws AnalysisException {
        return guard.analysis(BY, () -> analysis).run(NO_DATA, Values.NONE, job);
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

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) { // the test's time-out ends it
            sleep(10);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Draft sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
