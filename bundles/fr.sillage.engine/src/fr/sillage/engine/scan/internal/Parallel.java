package fr.sillage.engine.scan.internal;

import fr.sillage.api.JobControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Numbered pieces of work on all processors. The caller's thread works too, and it alone tells the progress and learns
 * that the work should end; helpers that find no free processor do nothing.
 *
 * @param job told and asked
 * @param from progress at the beginning
 * @param to progress at the end
 */
public record Parallel(JobControl job, double from, double to) {
    /** Does pieces one after the other; never shared between threads. */
    public interface Worker {
        void work(int piece);
    }

    /**
     * Does all pieces, whichever worker takes one.
     *
     * @param most workers; 1 keeps the pieces in their order
     * @return the workers that were made
     */
    public <W extends Worker> List<W> each(int pieces, int most, Supplier<W> maker) {
        Run<W> run = new Run<>(pieces, maker);
        int helpers = Math.min(Math.min(most, ForkJoinPool.commonPool().getParallelism() + 1), pieces) - 1;
        List<Helper> started = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            Helper helper = new Helper(run);
            started.add(helper);
            ForkJoinPool.commonPool().execute(helper);
        }
        try {
            lead(run);
        } catch (RuntimeException | Error e) {
            run.failure.compareAndSet(null, e);
        } finally {
            started.forEach(Helper::end);
        }
        Throwable failure = run.failure.get();
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return run.workers;
    }

    private <W extends Worker> void lead(Run<W> run) {
        job.check();
        job.progress(from);
        W worker = run.newWorker();
        for (int piece = run.next(); piece < run.pieces; piece = run.next()) {
            job.check();
            job.progress(from + (to - from) * piece / run.pieces);
            worker.work(piece);
        }
        job.check();
    }

    /** What its workers share. */
    private static final class Run<W extends Worker> {
        private final int pieces;
        private final Supplier<W> maker;
        private final List<W> workers = new ArrayList<>();
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Run(int pieces, Supplier<W> maker) {
            this.pieces = pieces;
            this.maker = maker;
        }

        synchronized W newWorker() {
            W worker = maker.get();
            workers.add(worker);
            return worker;
        }

        /** The next piece; none is left after a failure. */
        int next() {
            return failure.get() == null ? taken.getAndIncrement() : pieces;
        }
    }

    /** Works beside the caller, if a thread of the pool takes it up before the caller has ended. */
    private static final class Helper implements Runnable {
        private final Run<?> run;
        private final AtomicBoolean takenUp = new AtomicBoolean();
        private final CountDownLatch ended = new CountDownLatch(1);

        Helper(Run<?> run) {
            this.run = run;
        }

        @Override
        public void run() {
            if (!takenUp.compareAndSet(false, true)) {
                return;
            }
            try {
                Worker worker = run.newWorker();
                for (int piece = run.next(); piece < run.pieces; piece = run.next()) {
                    worker.work(piece);
                }
            } catch (RuntimeException | Error e) {
                run.failure.compareAndSet(null, e);
            } finally {
                ended.countDown();
            }
        }

        /** Waits for its last piece; not taken up, it never begins. */
        void end() {
            if (takenUp.compareAndSet(false, true)) {
                return;
            }
            boolean interrupted = false;
            while (ended.getCount() > 0) {
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    interrupted = true; // its piece still uses what the caller would give up
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
