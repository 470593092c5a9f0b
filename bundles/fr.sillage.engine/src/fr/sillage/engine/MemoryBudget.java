package fr.sillage.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that several who write tables share. Thread-safe. */
public final class MemoryBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes */
    public MemoryBudget(long most) {
        this.most = most;
    }

    /** A part of the heap: 4 is a quarter. */
    public static MemoryBudget ofHeap(int part) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / part);
    }

    public static MemoryBudget unlimited() {
        return new MemoryBudget(Long.MAX_VALUE);
    }

    /** @return whether there was so much left; if not, nothing is taken */
    public boolean take(long bytes) {
        long before = taken.get();
        while (bytes <= most - before) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken now. */
    public long taken() {
        return taken.get();
    }
}
