package fr.sillage.swt.support;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Display;

/** What the woven methods of SWTChart call instead of their own code. */
public final class ChartSupport {

    private ChartSupport() {}

    /**
     * RAP's own measuring: an estimate until the browser has answered; then RAP resizes the shell back and
     * forth, so that the chart (which listens to resizes) computes its layout again with the true sizes.
     */
    public static Point textExtent(Font font, String text) {
        if (font == null || font.isDisposed()) {
            return new Point(0, 0);
        }
        GC gc = new GC(Display.getCurrent());
        try {
            gc.setFont(font);
            if (text == null || text.isBlank()) {
                return new Point(0, gc.getFontMetrics().getHeight());
            }
            return gc.textExtent(text);
        } finally {
            gc.dispose();
        }
    }

    /** Draws text upwards inside the bounds; font and foreground are already set. */
    public static void drawVertical(GC gc, String text, Rectangle bounds) {
        Transform upwards = new Transform(gc.getDevice());
        upwards.translate(bounds.x, bounds.y + bounds.height);
        upwards.rotate(-90);
        gc.setTransform(upwards);
        gc.drawText(text, 0, 0, true);
        gc.setTransform(null);
        upwards.dispose();
    }

    /** Null, which setClipping understands as none: no one clips a chart before it draws its tick marks. */
    public static Rectangle getClipping(GC gc) {
        return null;
    }

    /** Ignored: bars stay opaque. */
    public static void setAlpha(GC gc, int alpha) {
        // see ChartWeaver
    }

    public static Color color(RGB rgb) {
        return new Color(Display.getCurrent(), rgb);
    }

    public static Font font(String name, int height, int style) {
        return new Font(Display.getCurrent(), name, height, style);
    }
}
