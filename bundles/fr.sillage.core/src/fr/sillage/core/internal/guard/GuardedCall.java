package fr.sillage.core.internal.guard;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.core.analysis.UnprotectedQueryException;
import fr.sillage.core.silo.SiloException;
import fr.sillage.engine.CorruptChunkException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One call of contributed code, at work in a thread that nobody else depends on. It notes each sign of life that the
 * code gives by what it was handed: a look at its job, bytes read, a question asked.
 */
final class GuardedCall<T> implements Runnable {
    /** What runs in the thread of the extension. */
    interface Work<T> {
        T run(GuardedCall<?> call) throws Exception;
    }

    private final JobControl job;
    private final Work<T> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long lastSign = System.nanoTime();
    private volatile boolean told;
    private volatile int inPlatform;
    private volatile Thread thread;
    private volatile RuntimeException platformFailure;
    private T result;
    private Throwable thrown;

    GuardedCall(JobControl job, Work<T> work) {
        this.job = job;
        this.work = work;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        sign();
        try {
            result = work.run(this);
        } catch (Throwable e) { // contributed code may throw anything
            thrown = e;
        } finally {
            synchronized (this) {
                thread = null;
                Thread.interrupted(); // an order to end that came too late is not meant for the next call
            }
            ended.countDown();
        }
    }

    boolean ended(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** After the end only. */
    T result() {
        return result;
    }

    /** What it threw; null where it returned. After the end only. */
    Throwable thrown() {
        return thrown;
    }

    /** What the platform threw while it served this call and the code cannot help; null for nothing. */
    RuntimeException platformFailure() {
        return platformFailure;
    }

    void sign() {
        lastSign = System.nanoTime();
    }

    /** Nanoseconds since the last sign of life; none while the platform itself is at work for it. */
    long silence() {
        return inPlatform > 0 ? 0 : System.nanoTime() - lastSign;
    }

    boolean isInPlatform() {
        return inPlatform > 0;
    }

    /** Tells the code to end: by its job, and by an interrupt unless the thread is in the platform's own code. */
    synchronized void tell() {
        told = true;
        if (thread != null && inPlatform == 0) {
            thread.interrupt();
        }
    }

    boolean isTold() {
        return told || job.cancelled();
    }

    /** Runs a service of the platform on behalf of the contributed code. */
    <R> R inPlatform(Supplier<R> service) {
        synchronized (this) {
            if (isTold()) {
                throw new JobCancelledException();
            }
            inPlatform++;
        }
        try {
            return service.get();
        } catch (SiloException
                | CorruptChunkException
                | TooManyCellsException
                | UnprotectedQueryException
                | UncheckedIOException e) {
            platformFailure = e; // the rest is an answer to a question that makes no sense
            throw e;
        } finally {
            synchronized (this) {
                inPlatform--;
            }
            sign();
        }
    }

    /** Goes on with contributed code in the midst of a service of the platform. */
    <R> R inExtension(Supplier<R> code) {
        synchronized (this) {
            if (isTold()) {
                throw new JobCancelledException();
            }
            inPlatform--;
            sign();
        }
        try {
            return code.get();
        } finally {
            synchronized (this) {
                inPlatform++;
                Thread.interrupted(); // an order to end is not meant for the platform's own code
            }
        }
    }

    /** The job as the contributed code sees it. */
    JobControl job() {
        return new JobControl() {
            @Override
            public void progress(double fraction) {
                sign();
                if (!told && !isEnded()) {
                    job.progress(fraction >= 0 ? Math.min(fraction, 1) : -1);
                }
            }

            @Override
            public boolean cancelled() {
                sign();
                return isTold();
            }
        };
    }
}
