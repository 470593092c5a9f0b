package fr.sillage.ui.internal.shell;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.service.ServiceHandler;

/**
 * Ends the HTTP session, and with it the browser sessions of all tabs, in a request of its own: the thread of a
 * browser session cannot end itself.
 */
final class SignOut implements ServiceHandler {
    static final String ID = "signout";
    /** Parameter: why it ended, where the person did not ask for it. */
    static final String ENDED = "ended";
    /** Nothing was done for too long. */
    static final String AWAY = "away";
    /** The platform knows the session no more. */
    static final String LOST = "lost";

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        // the address names a browser session of this browser, or it comes from somebody's link
        if (session != null && RWT.getUISession() != null) {
            session.invalidate();
        }
        String ended = String.valueOf(request.getParameter(ENDED));
        response.sendRedirect(ended.equals(AWAY) || ended.equals(LOST) ? "/?" + ENDED + "=" + ended : "/");
    }
}
