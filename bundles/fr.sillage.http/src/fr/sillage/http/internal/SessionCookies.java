package fr.sillage.http.internal;

import java.util.Dictionary;
import java.util.Set;
import javax.servlet.SessionTrackingMode;
import org.eclipse.equinox.http.jetty.JettyCustomizer;
import org.eclipse.jetty.ee8.nested.SessionHandler;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;

/**
 * Sessions by cookie only. The property org.eclipse.equinox.http.jetty.customizer.class names this class;
 * http.jetty loads it with Class.forName, so it has to come from a fragment of that bundle.
 */
public class SessionCookies extends JettyCustomizer {
    private static final int VISIT_SECONDS = 30 * 60;

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
