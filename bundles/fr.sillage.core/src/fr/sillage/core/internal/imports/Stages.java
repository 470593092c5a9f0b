package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.core.imports.ImportException;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of one import at work at the same time, in a thread each; the last one is done by the caller's own. None is ever
 * interrupted: a database that is written to would not survive it.
 */
final class Stages implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final JobControl job;
    private volatile boolean over;

    Stages(JobControl outer) {
        this.job = new JobControl() {
            @Override
            public void progress(double fraction) {
                outer.progress(fraction);
            }

            @Override
            public boolean cancelled() {
                return over || outer.cancelled();
            }
        };
    }

    /** What a step does. */
    interface Work {
        void run() throws ImportException;
    }

    /** The job as the steps see it: it is cancelled also when the import has ended otherwise. */
    JobControl job() {
        return job;
    }

    <T> Relay<T> relay(int most) {
        return new Relay<>(most, job);
    }

    /** @param into ended after the work */
    void start(String name, Relay<?> into, Work work) {
        Thread thread = new Thread(() -> run(work, into), "sillage-import-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static void run(Work work, Relay<?> into) {
        try {
            work.run();
            into.end();
        } catch (Throwable e) { // the next step throws it
            into.fail(e);
        }
    }

    /** Lets all steps end and waits for them: nothing is at work for the import afterwards. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
