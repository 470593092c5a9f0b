package fr.sillage.ui.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private final transient Content content;

    /** What is fetched, once. */
    public interface Content {
        /** In bytes. */
        long length();

        InputStream open() throws IOException;
    }

    private record Bytes(byte[] bytes) implements Content {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private Download(String fileName, String type, Content content) {
        this.owner = RWT.getUISession();
        this.handlers = RWT.getServiceManager();
        this.fileName = Objects.requireNonNull(fileName);
        this.type = Objects.requireNonNull(type);
        this.content = Objects.requireNonNull(content);
    }

    /**
     * Makes the browser save a file.
     *
     * @param parent gets an invisible child, which ends with it
     * @param fileName with its ending; what a file system may refuse is replaced
     * @param type MIME type, with its charset
     */
    public static void offer(Composite parent, String fileName, String type, byte[] content) {
        offer(parent, fileName, type, new Bytes(content.clone()));
    }

    /** The same for what is better not held in memory. */
    public static void offer(Composite parent, String fileName, String type, Content content) {
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
        response.setContentLengthLong(content.length());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream in = content.open();
                OutputStream out = response.getOutputStream()) {
            in.transferTo(out);
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
