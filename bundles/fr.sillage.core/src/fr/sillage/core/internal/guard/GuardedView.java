package fr.sillage.core.internal.guard;

import fr.sillage.core.extension.ContributedView;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A contributed view behind its guard; each drawing has an instance of its own. */
final class GuardedView implements ContributedView {
    private final Contribution by;
    private final BundleGuard guard;
    private final Callable<Object> make;

    GuardedView(Contribution by, BundleGuard guard, Callable<Object> make) {
        this.by = by;
        this.guard = guard;
        this.make = make;
    }

    @Override
    public <V> void use(Class<V> type, Consumer<V> work) {
        guard.here(by, () -> {
            work.accept(type.cast(Objects.requireNonNull(make.call())));
            return Boolean.TRUE;
        });
    }

    @Override
    public ExtensionException nonsense(String detail) {
        return guard.nonsense(by, detail);
    }
}
