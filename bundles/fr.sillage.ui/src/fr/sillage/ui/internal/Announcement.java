package fr.sillage.ui.internal;

import fr.sillage.core.community.FirstAdministrator;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the address once the page answers, so that whoever waits for the line can open it. */
final class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Announcement() {}

    static void start(int port) {
        Thread.ofVirtual().name("sillage-announcement").start(() -> announce(port));
    }

    private static void announce(int port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (answers(port)) {
                    System.out.println("Sillage: http://localhost:" + port + "/");
                    if (!Boolean.getBoolean("sillage.demo")) {
                        UiBundle.find(FirstAdministrator.class)
                                .flatMap(FirstAdministrator::token)
                                .ifPresent(token ->
                                        System.out.println("Sillage: http://localhost:" + port + "/?setup=" + token));
                    }
                    System.out.flush();
                    return;
                }
                Thread.sleep(200);
            }
            LOG.error("the page does not answer on port {}", port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) {
        try {
            String host = System.getProperty("org.eclipse.equinox.http.jetty.http.host", "127.0.0.1");
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port + "/")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(20_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
