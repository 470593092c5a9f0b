package fr.sillage.ui.internal.shell;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.service.ServiceHandler;
import org.eclipse.rap.rwt.service.ServiceManager;

/**
 * Ends the HTTP session, and with it the browser sessions of all tabs, in a request of its own: the thread of a
 * browser session cannot end itself.
 */
final class SignOut implements ServiceHandler {
    private static final String ID = "signout";

    /** Where the browser has to go to be signed out. */
    static String address() {
        ServiceManager services = RWT.getServiceManager();
        services.unregisterServiceHandler(ID);
        services.registerServiceHandler(ID, new SignOut());
        return services.getServiceHandlerUrl(ID);
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect("/");
    }
}
