package fr.sillage.ui.internal.analysis;

import fr.sillage.ui.kit.Html;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.service.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Line icons, drawn by the browser. */
final class Icons {
    private static final int SIZE = 18;
    private static final String STROKE = "#1B2430";

    private Icons() {}

    /**
     * @param name of a file beside this class
     * @param word says what it stands for
     */
    static Label label(Composite parent, String name, String word) {
        Label label = new Label(parent, SWT.NONE);
        label.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        label.setText("<img src='" + Html.escape(location(name)) + "' width='" + SIZE + "' height='" + SIZE + "'/>");
        label.setToolTipText(word);
        GridData place = new GridData(SWT.LEFT, SWT.TOP, false, false);
        place.widthHint = SIZE + 6;
        place.heightHint = SIZE + 4;
        label.setLayoutData(place);
        return label;
    }

    private static String location(String name) {
        String resource = "fr.sillage.ui/icons/" + name + ".svg";
        ResourceManager resources = RWT.getResourceManager();
        if (!resources.isRegistered(resource)) {
            try (InputStream in = Icons.class.getResourceAsStream("icons/" + name + ".svg")) {
                String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("currentColor", STROKE)
                        .replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
                resources.register(resource, new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return resources.getLocation(resource);
    }
}
