package fr.sillage.ui.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.service.ResourceManager;

/** Line icons for markup; they stand beside a word, never alone. */
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

    /** @param size width and height in pixels */
    public static String image(String name, String colour, int size) {
        return "<img src='" + Html.escape(location(name, colour)) + "' width='" + size + "' height='" + size
                + "' alt='' style='vertical-align:middle'/>";
    }

    private static String location(String name, String colour) {
        String resource = "fr.sillage.ui/" + name + "-" + colour.substring(1) + ".svg";
        ResourceManager resources = RWT.getResourceManager();
        if (!resources.isRegistered(resource)) {
            try (InputStream in = Icons.class.getResourceAsStream("/look/icons/" + name + ".svg")) {
                if (in == null) {
                    throw new IllegalArgumentException("no icon " + name);
                }
                String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("currentColor", colour);
                resources.register(resource, new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return resources.getLocation(resource);
    }
}
