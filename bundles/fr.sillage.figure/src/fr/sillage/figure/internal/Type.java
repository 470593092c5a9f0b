package fr.sillage.figure.internal;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The family of type of the whole product, as the server measures and paints it. */
final class Type {
    static final String FAMILY = "Source Sans 3";

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font regular;
    private final Font strong;

    private Type(Font regular, Font strong) {
        this.regular = regular;
        this.strong = strong;
    }

    private static final class Loaded {
        static final Type TYPE = new Type(load("SourceSans3-Regular.ttf"), load("SourceSans3-Semibold.ttf"));
    }

    static Type get() {
        return Loaded.TYPE;
    }

    private static Font load(String file) {
        try (InputStream in = Type.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** What the family has no letters for is painted in the server's own. */
    Font font(String text, double size, boolean isStrong) {
        Font font = isStrong ? strong : regular;
        return (font.canDisplayUpTo(text) < 0 ? font : new Font(Font.SANS_SERIF, isStrong ? Font.BOLD : Font.PLAIN, 1))
                .deriveFont((float) size);
    }

    double width(String text, double size, boolean isStrong) {
        return text.isEmpty()
                ? 0
                : font(text, size, isStrong).getStringBounds(text, CONTEXT).getWidth();
    }

    /** As much of a text as fits, with an ellipsis. */
    String fitting(String text, double size, double width) {
        if (width(text, size, false) <= width) {
            return text;
        }
        int end = text.codePointCount(0, text.length());
        String shown = text;
        while (end > 1 && width(shown, size, false) > width) {
            end--;
            shown = text.substring(0, text.offsetByCodePoints(0, end)).strip() + "…";
        }
        return shown;
    }

    /** Lines no wider than this; a word that is wider is cut. */
    List<String> lines(String text, double size, boolean isStrong, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, isStrong) > width) {
                lines.add(line);
                line = fitting(word, size, width);
            } else {
                line = line.isEmpty() ? fitting(word, size, width) : longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
