package fr.sillage.core.internal.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The threads that run one bundle's code. Each has a group of its own, which threads that the code starts inherit: so
 * those that it leaves behind are found. (Virtual threads and the common pool's belong to no group of ours.)
 */
final class ExtensionThreads {
    private static final long IDLE_SECONDS = 30;
    private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;
    private static final long MILLIS_TO_END = 1_000;

    private final ThreadPoolExecutor pool;
    private final IntConsumer leftBehind;
    private final Set<Thread> known = java.util.Collections.newSetFromMap(new WeakHashMap<>());

    /** @param leftBehind is told how many threads a call has left behind */
    ExtensionThreads(String bundle, IntConsumer leftBehind) {
        this.leftBehind = leftBehind;
        this.pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Worker("sillage-extension-" + bundle, task));
    }

    void run(GuardedCall<?> call) {
        pool.execute(() -> {
            call.run();
            ((Worker) Thread.currentThread()).lookForOthers();
        });
    }

    /** Threads that were left behind and are still there. */
    int leftBehind() {
        synchronized (known) {
            return (int) known.stream().filter(Thread::isAlive).count();
        }
    }

    /** No further calls; what runs goes on. */
    void close() {
        pool.shutdown();
    }

    /** A thread of the pool in a group of its own. */
    private final class Worker extends Thread {
        private long looked;

        Worker(String name, Runnable task) {
            super(new ThreadGroup(name), task, name);
            setDaemon(true);
        }

        /** After a call, in this thread, which nobody waits for any more. */
        void lookForOthers() {
            long now = System.nanoTime();
            if (now - looked < NANOS_BETWEEN_LOOKS) {
                return; // a small call of very many, as with batches
            }
            looked = now;
            if (others().isEmpty()) {
                return;
            }
            try {
                Thread.sleep(MILLIS_TO_END); // a pool that was shut down takes a moment
            } catch (InterruptedException e) {
                return; // the pool closes
            }
            Set<Thread> left = others();
            if (!left.isEmpty()) {
                synchronized (known) {
                    known.addAll(left);
                }
                left.forEach(Thread::interrupt);
                leftBehind.accept(left.size());
            }
        }

        private Set<Thread> others() {
            ThreadGroup group = getThreadGroup();
            Thread[] all = new Thread[group.activeCount() + 16];
            int count = group.enumerate(all, true);
            Set<Thread> others = new HashSet<>();
            for (int i = 0; i < count; i++) {
                synchronized (known) {
                    if (all[i] != this && !known.contains(all[i])) {
                        others.add(all[i]);
                    }
                }
            }
            return others;
        }
    }
}
