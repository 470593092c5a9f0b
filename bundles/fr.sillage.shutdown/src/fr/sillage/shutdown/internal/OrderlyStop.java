package fr.sillage.shutdown.internal;

import java.time.Duration;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * Stops the framework, so every bundle in the reverse order of the start levels, and waits until that is done.
 *
 * @param framework what to stop
 * @param patience how long to wait at most
 */
record OrderlyStop(Framework framework, Duration patience) implements Runnable {
    @Override
    public void run() {
        try {
            framework.stop();
            framework.waitForStop(patience.toMillis());
        } catch (BundleException e) {
            // logging has stopped or is about to: standard error is what is left
            System.err.println("Sillage: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
