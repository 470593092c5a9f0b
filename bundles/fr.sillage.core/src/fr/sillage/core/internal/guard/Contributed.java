package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A contributed object behind its guard, made at its first use.
 *
 * @param <T> what the contract wants it to be
 */
final class Contributed<T> {
    private final Contribution by;
    private final BundleGuard guard;
    private final Class<T> type;
    private final Callable<Object> make;
    private T object;

    Contributed(Contribution by, BundleGuard guard, Class<T> type, Callable<Object> make) {
        this.by = by;
        this.guard = guard;
        this.type = type;
        this.make = make;
    }

    /** What is asked of the object. */
    interface Use<T, R> {
        R of(T object, GuardedCall<?> call) throws Exception;
    }

    /** @param allowed exceptions that the contract allows, besides cancelling */
    <R> R call(JobControl job, List<Class<? extends Exception>> allowed, Use<T, R> use) throws Exception {
        return call(job, guard.patience(), allowed, use);
    }

    <R> R call(JobControl job, Duration patience, List<Class<? extends Exception>> allowed, Use<T, R> use)
            throws Exception {
        return guard.call(by, job, patience, allowed, call -> use.of(object(), call));
    }

    /** Where the contract allows no exception. */
    <R> R call(JobControl job, Use<T, R> use) {
        try {
            return call(job, List.of(), use);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    /** In a thread of the extension: its constructor is contributed code as well. */
    private synchronized T object() throws Exception {
        if (object == null) {
            object = type.cast(Objects.requireNonNull(make.call()));
        }
        return object;
    }

    Duration patience() {
        return guard.patience();
    }

    ExtensionException nonsense(String detail) {
        return guard.nonsense(by, detail);
    }

    /** @throws ExtensionException where it is null, which the contract never allows */
    <R> R present(R returned, String what) {
        if (returned == null) {
            throw nonsense(what + " is null");
        }
        return returned;
    }
}
