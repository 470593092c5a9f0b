package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.silo.SiloException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExtensionGuardTest extends ExtensionGuardFixture {
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
    void theGateOnADraftThatMakesNoSense() {
        Supervised supervised = (Supervised) guard.analysis(BY, () -> (Analysis) (in, values, job) -> EMPTY);

        assertEquals("published", supervised.supervise(JobControl.NONE, EMPTY, (job, draft) -> "published"));
        assertThrows(
                ExtensionException.class,
                () -> supervised.supervise(
                        JobControl.NONE, EMPTY, (job, draft) -> List.of().getFirst()));
        assertEquals(Kind.NONSENSE, guard.faults().getFirst().kind());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Draft sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
