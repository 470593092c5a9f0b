package fr.sillage.core.internal.listeners;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of something. Any thread may add, remove and tell.
 *
 * @param <L> what a listener is
 */
public final class Listeners<L> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<L> all = new CopyOnWriteArrayList<>();

    /** @return ends it */
    public Runnable add(L listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** Tells each, in the thread of the caller; one that fails is told no more, and the others hear all the same. */
    public void tell(Consumer<L> news) {
        for (L listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) { // a view that is gone must not stop the work
                LOG.info("a listener failed: {}", e.getClass().getName());
                all.remove(listener);
            }
        }
    }
}
