package fr.sillage.ui.internal.shell;

import fr.sillage.ui.internal.presence.PresenceHandler;
import fr.sillage.ui.kit.Messages;
import java.util.Locale;
import org.eclipse.rap.json.JsonObject;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.client.service.JavaScriptLoader;
import org.eclipse.rap.rwt.remote.RemoteObject;
import org.eclipse.rap.rwt.service.ServiceHandler;
import org.eclipse.rap.rwt.service.ServiceManager;

/** The page in the browser; the other side is {@code look/shell.js}. */
final class BrowserPage {
    private final RemoteObject remote;

    BrowserPage() {
        JavaScriptLoader scripts = RWT.getClient().getService(JavaScriptLoader.class);
        scripts.require("look/shell.js");
        scripts.require("look/access.js");
        remote = RWT.getUISession().getConnection().createRemoteObject("fr.sillage.Shell");
        remote.set("signOut", address(SignOut.ID, new SignOut()));
    }

    private static String address(String id, ServiceHandler handler) {
        ServiceManager services = RWT.getServiceManager();
        try {
            services.registerServiceHandler(id, handler);
        } catch (IllegalArgumentException e) { // by another tab, and they are all the same
        }
        return services.getServiceHandlerUrl(id);
    }

    /** Says to screen readers what is spoken here. */
    void language(Locale locale) {
        remote.set("language", locale.getLanguage());
    }

    /** From now on the page tells when it sees the person, and leaves when it does not for too long. */
    void watchPresence(Locale locale) {
        Messages messages = Messages.of(BrowserPage.class, locale);
        remote.set(
                "presence",
                new JsonObject()
                        .add("address", address(PresenceHandler.ID, new PresenceHandler()))
                        .add("title", messages.get("away.title"))
                        .add("text", messages.get("away.text"))
                        .add("stay", messages.get("away.stay")));
    }

    /** The page goes to the sign-out, and says nothing to this browser session any more. */
    void signOut() {
        remote.call("signOut", new JsonObject());
    }
}
