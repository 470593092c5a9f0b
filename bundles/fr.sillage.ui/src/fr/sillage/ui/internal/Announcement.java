package fr.sillage.ui.internal;

import fr.sillage.core.community.FirstAdministrator;
import fr.sillage.core.community.SignIn;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the address once the page answers and people can sign in, so that whoever waits for the line can open it. */
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
                Optional<FirstAdministrator> first = UiBundle.find(FirstAdministrator.class);
                // components become valid in threads of their own, on a new platform after the page answers already
                if (first.isPresent() && UiBundle.find(SignIn.class).isPresent() && answers(port)) {
                    String address = "Sillage: http://" + (isHere(host()) ? "localhost" : host()) + ":" + port + "/";
                    String setup = first.filter(f -> !Boolean.getBoolean("sillage.demo"))
                            .flatMap(FirstAdministrator::token)
                            .map(token -> System.lineSeparator() + address + "?setup=" + token)
                            .orElse("");
                    System.out.println(address + setup);
                    System.out.flush();
                    return;
                }
                Thread.sleep(200);
            }
            LOG.error("the platform is not ready on port {}", port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host() {
        return System.getProperty("org.eclipse.equinox.http.jetty.http.host", "127.0.0.1");
    }

    /** This machine by its own name, or all of its addresses. */
    private static boolean isHere(String host) {
        return host.equals("127.0.0.1") || host.equals("0.0.0.0");
    }

    private static boolean answers(int port) {
        try {
            String host = host();
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
