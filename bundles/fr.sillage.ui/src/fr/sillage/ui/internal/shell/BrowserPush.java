package fr.sillage.ui.internal.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.rap.rwt.service.ServerPushSession;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * Tells a browser tab what it did not ask for: runs work in the tab's thread, and lets the browser wait for it. The one
 * place that knows RAP's server push.
 */
final class BrowserPush {
    private final Display display;
    private final ServerPushSession push = new ServerPushSession();
    private int reasons;

    BrowserPush(Display display) {
        this.display = display;
    }

    /** From any thread; does nothing once the tab is gone. */
    void later(Runnable work) {
        try {
            if (!display.isDisposed()) {
                display.asyncExec(work);
            }
        } catch (SWTException e) {
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    /**
     * The browser hears at once what is done {@link #later}, until the answer is run. A waiting browser costs a
     * connection: only while something is about to happen. For the tab's own thread.
     */
    Runnable awake() {
        if (reasons++ == 0) {
            push.start();
        }
        AtomicBoolean awake = new AtomicBoolean(true);
        return () -> {
            if (awake.getAndSet(false) && --reasons == 0) {
                push.stop();
            }
        };
    }
}
