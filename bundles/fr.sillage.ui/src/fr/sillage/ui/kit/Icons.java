package fr.sillage.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Line icons for markup; they stand beside a word, or name one for those who do not see them. */
public final class Icons {
    /** The colour of text. */
    public static final String INK = "#1B2430";
    /** The one accent. */
    public static final String PRIMARY = "#1F5A8C";

    private static final int SIZE = 18;

    private Icons() {}

    /** An icon and a word after it. @param name of a file in {@code look/icons} */
    public static String before(String name, String colour, String word) {
        return image(name, colour, SIZE) + "<span style='padding-left:10px;vertical-align:middle'>" + Html.escape(word)
                + "</span>";
    }

    /** Decoration beside a word. @param size width and height in pixels */
    public static String image(String name, String colour, int size) {
        return image(name, colour, size, "");
    }

    private static String image(String name, String colour, int size, String word) {
        return "<img src='" + Html.escape(location(name, colour)) + "' width='" + size + "' height='" + size + "' alt='"
                + Html.escape(word) + "' style='vertical-align:middle'/>";
    }

    /** An icon that stands alone. @param word says what it stands for */
    public static Label alone(Composite parent, String name, String word) {
        Label label = Kit.markup(parent, image(name, INK, SIZE, word));
        label.setToolTipText(word);
        GridData place = new GridData(SWT.LEFT, SWT.TOP, false, false);
        place.widthHint = SIZE + 6;
        place.heightHint = SIZE + 4;
        label.setLayoutData(place);
        return label;
    }

    /** Within the page itself: files of RAP's own would be written to the disk, which may be full or read-only. */
    private static String location(String name, String colour) {
        try (InputStream in = Icons.class.getResourceAsStream("/look/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("no icon " + name);
            }
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("currentColor", colour);
            byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
            return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
