package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import fr.sillage.core.extension.Contribution;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** With an analysis; the other kinds go through the same call. */
@Timeout(60)
abstract class ExtensionGuardFixture {
    static final Draft EMPTY = new Draft(List.of(), List.of(), List.of());
    static final Contribution BY = new Named("test.one", "test.bundle");

    static final Inputs NO_DATA = new Inputs() {
        @Override
        public <R> R ask(Query<R> query) {
            throw new IllegalArgumentException("no data");
        }
    };

    final ExtensionGuard guard = new ExtensionGuard(Duration.ofMillis(200), Duration.ofMillis(1_000));
    final CountDownLatch end = new CountDownLatch(1);

    record Named(String id, String bundle) implements Contribution {
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

    Draft run(Analysis analysis, JobControl job) throws AnalysisException {
        return guard.analysis(BY, () -> analysis).run(NO_DATA, Values.NONE, job);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A job that is cancelled from outside. */
    static final class Switch implements JobControl {
        volatile boolean on;

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
    void awaitEnd() {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
