package fr.sillage.core.internal.guard;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Stands between the platform and one bundle's code: runs each call in a thread of the extension, waits for it no
 * longer than it is alive, and turns whatever is thrown into an exception that names the contribution.
 */
final class BundleGuard {
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final String bundle;
    private final ExtensionGuard all;
    private final ExtensionThreads threads;
    private volatile boolean gone;

    BundleGuard(String bundle, ExtensionGuard all) {
        this.bundle = bundle;
        this.all = all;
        this.threads = new ExtensionThreads(
                bundle, count -> all.fault(bundle, "", Kind.LEFT_THREADS, count + " threads were still at work"));
    }

    /** The bundle stops: what runs is told to end, and its results are refused. */
    void end() {
        gone = true;
        threads.close();
    }

    int leftBehind() {
        return threads.leftBehind();
    }

    /**
     * Runs contributed code.
     *
     * @param allowed exceptions that the contract allows it to throw
     * @throws ExtensionException where it did not do its work
     * @throws JobCancelledException where it was told to end
     */
    <T> T call(
            Contribution by,
            JobControl job,
            Duration patience,
            List<Class<? extends Exception>> allowed,
            GuardedCall.Work<T> work)
            throws Exception {
        GuardedCall<T> call = new GuardedCall<>(job, work);
        begin(by, call);
        long toldAt = 0;
        while (!ended(call)) {
            long now = System.nanoTime();
            if (toldAt == 0 && (gone || call.isTold())) {
                call.tell();
                toldAt = now;
            }
            if (toldAt != 0 && now - toldAt > all.grace().toNanos()) {
                if (!call.isInPlatform()) {
                    all.fault(bundle, by.id(), Kind.DEAF, "still at work " + all.grace() + " after it was told to end");
                }
                all.abandon(bundle, call);
                throw endedBy(by);
            }
            if (call.silence() > patience.toNanos()) {
                call.tell();
                all.fault(bundle, by.id(), Kind.HUNG, "no sign of life for " + patience);
                all.abandon(bundle, call);
                all.quarantine(bundle);
                throw new ExtensionException(by, Why.HUNG);
            }
        }
        if (call.thrown() instanceof OutOfMemoryError && !gone && !call.isTold()) {
            throw new ExtensionException(by, Why.MEMORY); // the heap is everybody's: no fault of one who met its end
        }
        return outcome(by, call, allowed);
    }

    /**
     * Runs contributed code in the caller's own thread, which alone may do the work. Where it is too long about it the
     * thread is interrupted and the bundle quarantined; more cannot be done.
     *
     * @throws ExtensionException where it did not do its work
     */
    @SuppressWarnings("removal")
    <T> T here(Contribution by, Callable<T> work) {
        admit(by);
        GuardedCall<T> call = new GuardedCall<>(JobControl.NONE, any -> work.call());
        Runnable unwatch = all.watchHere(() -> giveUp(by, call));
        try {
            call.run();
        } finally {
            unwatch.run();
        }
        if (call.thrown() instanceof ThreadDeath end) {
            throw end; // the thread is to end: the browser session does
        }
        if (call.isTold()) {
            throw new ExtensionException(by, Why.HUNG);
        }
        try {
            return outcome(by, call, List.of());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    private void giveUp(Contribution by, GuardedCall<?> call) {
        if (call.isEnded()) {
            return;
        }
        all.fault(bundle, by.id(), Kind.HUNG, "still drawing after " + all.patienceHere());
        all.abandon(bundle, call);
        all.quarantine(bundle);
        call.tell(); // last: whoever waits for it finds all of this done
    }

    private void admit(Contribution by) {
        if (gone) {
            throw new ExtensionException(by, Why.GONE);
        }
        if (all.isQuarantined(bundle)) {
            throw new ExtensionException(by, Why.QUARANTINED);
        }
    }

    private void begin(Contribution by, GuardedCall<?> call) {
        admit(by);
        try {
            threads.run(call);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            throw new ExtensionException(by, Why.GONE);
        }
    }

    private static boolean ended(GuardedCall<?> call) {
        try {
            return call.ended(MILLIS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            // whoever waits here is to end, and with it the work
            Thread.currentThread().interrupt();
            call.tell();
            throw new JobCancelledException();
        }
    }

    private RuntimeException endedBy(Contribution by) {
        return gone ? new ExtensionException(by, Why.GONE) : new JobCancelledException();
    }

    private <T> T outcome(Contribution by, GuardedCall<T> call, List<Class<? extends Exception>> allowed)
            throws Exception {
        if (gone) {
            throw new ExtensionException(by, Why.GONE);
        }
        Throwable thrown = call.thrown();
        if (thrown == null) {
            return call.result();
        }
        if (call.isTold()) {
            throw new JobCancelledException(); // however it ended
        }
        for (Class<? extends Exception> type : allowed) {
            if (type.isInstance(thrown)) {
                throw type.cast(thrown);
            }
        }
        if (call.platformFailure() != null) {
            throw call.platformFailure(); // ours, not the extension's
        }
        all.fault(bundle, by.id(), Kind.THREW, Faults.describe(thrown));
        throw new ExtensionException(by, Why.FAILED);
    }

    /** What came back breaks the contract. */
    ExtensionException nonsense(Contribution by, String detail) {
        all.fault(bundle, by.id(), Kind.NONSENSE, detail);
        return new ExtensionException(by, Why.FAILED);
    }

    Duration patience() {
        return all.patience();
    }
}
