package fr.sillage.shutdown.internal;

import java.time.Duration;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/**
 * Has the framework stopped in order when the process is told to end (SIGTERM, Ctrl-C). Equinox itself only saves its
 * state then: no bundle is stopped, and every database would have to recover at the next start.
 */
public class Activator implements BundleActivator {
    /** Longer than closing some hundred silos takes, shorter than what service managers wait before they kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Thread hook;

    @Override
    public void start(BundleContext context) {
        Framework framework = context.getBundle(0).adapt(Framework.class);
        hook = new Thread(new OrderlyStop(framework, PATIENCE), "Sillage shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void stop(BundleContext context) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: it is the hook that stops us
        }
    }
}
