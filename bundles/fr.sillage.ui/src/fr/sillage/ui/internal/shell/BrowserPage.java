package fr.sillage.ui.internal.shell;

import java.util.Locale;
import org.eclipse.rap.json.JsonObject;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.client.service.JavaScriptLoader;
import org.eclipse.rap.rwt.remote.RemoteObject;

/** The page in the browser; the other side is {@code look/shell.js}. */
final class BrowserPage {
    private final RemoteObject remote;

    BrowserPage() {
        JavaScriptLoader scripts = RWT.getClient().getService(JavaScriptLoader.class);
        scripts.require("look/shell.js");
        scripts.require("look/access.js");
        remote = RWT.getUISession().getConnection().createRemoteObject("fr.sillage.Shell");
    }

    /** Says to screen readers what is spoken here. */
    void language(Locale locale) {
        remote.set("language", locale.getLanguage());
    }

    void go(String address) {
        remote.call("go", new JsonObject().add("address", address));
    }
}
