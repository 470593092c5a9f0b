package fr.sillage.engine.scan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final Parallel ALONE = new Parallel(JobControl.NONE, 0, 1);

    /** Adds up in a field of its own, as the workers of a scan do. */
    private static final class Adder implements Parallel.Worker {
        private final AtomicIntegerArray done;
        private long sum;

        Adder(AtomicIntegerArray done) {
            this.done = done;
        }

        @Override
        public void work(int piece) {
            done.incrementAndGet(piece);
            sum += piece;
        }
    }

    @Test
    void doesEveryPieceOnceAndSeesAllThatWasDone() {
        for (int pieces = 0; pieces < 2_000; pieces += 37) {
            AtomicIntegerArray done = new AtomicIntegerArray(pieces);
            List<Adder> workers = ALONE.each(pieces, Integer.MAX_VALUE, () -> new Adder(done));
            for (int piece = 0; piece < pieces; piece++) {
                assertEquals(1, done.get(piece));
            }
            assertEquals(
                    pieces * (pieces - 1L) / 2,
                    workers.stream().mapToLong(w -> w.sum).sum());
        }
    }

    @Test
    void oneWorkerKeepsTheOrder() {
        List<Integer> order = new ArrayList<>();
        assertEquals(1, ALONE.each(5, 1, () -> order::add).size());
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void whatAPieceThrowsIsThrownAndEndsTheOthers() {
        IllegalStateException fault = new IllegalStateException();
        AtomicInteger done = new AtomicInteger();
        assertSame(
                fault,
                assertThrows(
                        IllegalStateException.class,
                        () -> ALONE.each(100_000, Integer.MAX_VALUE, () -> piece -> {
                            if (done.incrementAndGet() == 10) {
                                throw fault;
                            }
                        })));
        assertTrue(done.get() < 100_000);
    }

    @Test
    void endsWhenItIsTold() {
        AtomicInteger asked = new AtomicInteger();
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                assertTrue(fraction >= 0.5 && fraction <= 0.75);
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }
        };
        assertThrows(
                JobCancelledException.class,
                () -> new Parallel(job, 0.5, 0.75).each(1_000_000, Integer.MAX_VALUE, () -> piece -> Thread.yield()));
        assertEquals(4, asked.get());
    }

    @Test
    void doesItsWorkAloneWhereNobodyHelps() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < ForkJoinPool.commonPool().getParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try {
            AtomicIntegerArray done = new AtomicIntegerArray(50);
            ALONE.each(50, Integer.MAX_VALUE, () -> new Adder(done));
            assertEquals(1, done.get(49));
        } finally {
            release.countDown();
        }
    }
}
