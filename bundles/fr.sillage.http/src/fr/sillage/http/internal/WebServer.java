package fr.sillage.http.internal;

import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import javax.servlet.SessionTrackingMode;
import org.eclipse.equinox.http.jetty.JettyCustomizer;
import org.eclipse.jetty.ee8.nested.SessionHandler;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Sessions by cookie only, and headers that keep a browser from guessing. The property org.eclipse.equinox.http.jetty.customizer.class names this class;
 * http.jetty loads it with Class.forName, so it has to come from a fragment of that bundle.
 */
public class WebServer extends JettyCustomizer {
    /** Types as they are said, no page of another site around ours, no address of ours told to another site. */
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "Referrer-Policy", "same-origin");

    private static final int VISIT_SECONDS = 30 * 60;

    @Override
    public Object customizeHttpConnector(Object connector, Dictionary<String, ?> settings) {
        HttpConfiguration configuration = ((ServerConnector) connector)
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.addCustomizer((request, answer) -> {
            HEADERS.forEach(answer::put);
            return request;
        });
        return connector;
    }

    @Override
    public Object customizeContext(Object context, Dictionary<String, ?> settings) {
        SessionHandler sessions = ((ServletContextHandler) context).getSessionHandler();
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE)); // or RAP's links get ;jsessionid=
        sessions.setSessionIdPathParameterName("none"); // nor is one accepted from a link
        sessions.setHttpOnly(true);
        // Lax: a link or a login redirect from another site still arrives with the cookie, a foreign POST does not.
        sessions.setSameSite(SameSite.LAX);
        // For visitors; whoever signs in is told by the person's signs, not by requests.
        sessions.setMaxInactiveInterval(VISIT_SECONDS);
        // Behind TLS also: sessions.setSecureCookies(true);
        return context;
    }
}
