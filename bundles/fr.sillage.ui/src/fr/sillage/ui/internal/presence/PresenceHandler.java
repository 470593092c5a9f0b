package fr.sillage.ui.internal.presence;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.rap.rwt.service.ServiceHandler;

/**
 * Answers a page with the seconds that are left, 0 where nobody is signed in any more. A question is no sign of the
 * person; a POST is: the page saw a key, the mouse or a finger.
 */
public final class PresenceHandler implements ServiceHandler {
    public static final String ID = "presence";

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Presence> presence =
                Optional.ofNullable(request.getSession(false)).flatMap(Presences::of);
        Duration left = presence.map(Presence::left).orElse(Duration.ZERO);
        if (!left.isNegative() && request.getMethod().equals("POST")) { // too late is too late
            presence.ifPresent(Presence::seen);
            left = presence.map(Presence::left).orElse(Duration.ZERO);
        }
        response.setContentType("text/plain; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(Math.max(0, left.toSeconds()));
    }
}
