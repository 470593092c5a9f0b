package fr.sillage.ui.page;

import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.Extensions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** Extensions as a page sees them: what its community has enabled, and every change of it while the page is open. */
public final class LiveExtensions {
    private LiveExtensions() {}

    /** What the community of the page has enabled, whenever it is asked. */
    public static Extensions of(PageContext page) {
        return page.service(CommunityExtensions.class).in(page.community().orElseThrow());
    }

    /**
     * Tells of extensions that come, go, are enabled or not, without the person's doing anything.
     *
     * @param part as long as it lives
     * @param changed runs in the browser session's thread
     */
    public static void follow(Control part, PageContext page, Runnable changed) {
        follow(part, page, page.service(CommunityExtensions.class)::watch, changed);
    }

    /** @param watch begins to tell of changes, from any thread, and returns what ends it */
    public static void follow(Control part, PageContext page, UnaryOperator<Runnable> watch, Runnable changed) {
        AtomicBoolean pending = new AtomicBoolean();
        Runnable unwatch = watch.apply(() -> {
            if (pending.compareAndSet(false, true)) {
                page.later(() -> {
                    pending.set(false);
                    if (!part.isDisposed()) {
                        changed.run();
                    }
                });
            }
        });
        Runnable sleep = page.awake();
        part.addListener(SWT.Dispose, event -> {
            unwatch.run();
            sleep.run();
        });
    }
}
