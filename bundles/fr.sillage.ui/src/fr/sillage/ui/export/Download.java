package fr.sillage.ui.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.service.ServiceHandler;
import org.eclipse.rap.rwt.service.ServiceManager;
import org.eclipse.rap.rwt.service.UISession;
import org.eclipse.rap.rwt.service.UISessionEvent;
import org.eclipse.rap.rwt.service.UISessionListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** A file for the person's disk: fetched once, by the browser session it was made for, and forgotten. */
public final class Download implements ServiceHandler, UISessionListener {
    private static final long serialVersionUID = 1L;

    private final transient UISession owner;
    private final transient ServiceManager handlers;
    private final String id = "download-" + UUID.randomUUID();
    private final String fileName;
    private final String type;
    private final byte[] content;

    private Download(String fileName, String type, byte[] content) {
        this.owner = RWT.getUISession();
        this.handlers = RWT.getServiceManager();
        this.fileName = Objects.requireNonNull(fileName);
        this.type = Objects.requireNonNull(type);
        this.content = content.clone();
    }

    /**
     * Makes the browser save a file.
     *
     * @param parent gets an invisible child, which ends with it
     * @param fileName with its ending; what a file system may refuse is replaced
     * @param type MIME type, with its charset
     */
    public static void offer(Composite parent, String fileName, String type, byte[] content) {
        Download download = new Download(safe(fileName), type, content);
        download.handlers.registerServiceHandler(download.id, download);
        download.owner.addUISessionListener(download);
        Browser browser = new Browser(parent, SWT.NONE);
        browser.setVisible(false);
        browser.setBounds(0, 0, 0, 0);
        if (browser.getParent().getLayout() instanceof GridLayout) {
            GridData none = new GridData();
            none.exclude = true;
            browser.setLayoutData(none);
        }
        browser.setUrl(download.handlers.getServiceHandlerUrl(download.id));
    }

    /** A file name of letters, digits, points and dashes. */
    static String safe(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String kept = composed.replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("-+\\.", ".")
                .replaceAll("^[.-]+", "");
        return kept.isEmpty() ? "export" : kept;
    }

    @Override
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!owner.equals(RWT.getUISession())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        forget();
        owner.removeUISessionListener(this);
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (OutputStream out = response.getOutputStream()) {
            out.write(content);
        }
    }

    @Override
    public void beforeDestroy(UISessionEvent event) {
        forget();
    }

    private void forget() {
        handlers.unregisterServiceHandler(id);
    }
}
