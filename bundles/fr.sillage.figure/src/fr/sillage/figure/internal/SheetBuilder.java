package fr.sillage.figure.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.Hatching;
import fr.sillage.figure.internal.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;

/** A page that grows downwards. */
final class SheetBuilder {
    static final double WIDTH = 960;
    static final double MARGIN = 24;
    static final double INNER = WIDTH - 2 * MARGIN;

    /** Readers without our family of type have a wider one. */
    private static final double SLACK = 1.1;

    private final Type type = Type.get();
    private final List<Shape> shapes = new ArrayList<>();
    private double bottom = MARGIN;

    double bottom() {
        return bottom;
    }

    void space(double height) {
        bottom += height;
    }

    /** A text on as many lines as it needs. */
    void paragraph(String text, double size, boolean strong, int rgb, double lineHeight) {
        if (text.isBlank()) {
            return;
        }
        for (String line : type.lines(text, size, strong, INNER / SLACK)) {
            bottom += lineHeight;
            shapes.add(new Shape.Text(
                    MARGIN, bottom - (lineHeight - size) / 2 - size * 0.15, line, size, strong, rgb, Anchor.START, ""));
        }
    }

    void text(double x, double baseline, String text, double size, int rgb, Anchor anchor, String full) {
        shapes.add(new Shape.Text(x, baseline, text, size, false, rgb, anchor, full.equals(text) ? "" : full));
    }

    void box(double x, double y, double width, double height, int rgb, String hint) {
        if (width > 0) {
            shapes.add(new Shape.Box(x, y, width, height, rgb, hint));
        }
    }

    void line(double x1, double y1, double x2, double y2) {
        shapes.add(new Shape.Stroke(x1, y1, x2, y2, FigureColors.LINE));
    }

    void hatched(double x, double y, double width, double height, String hint) {
        box(x, y, width, height, FigureColors.HIDDEN, hint);
        Hatching.lines((int) Math.ceil(x), (int) y, (int) width, (int) height)
                .forEach(line ->
                        shapes.add(new Shape.Stroke(line.x1(), line.y1(), line.x2(), line.y2(), FigureColors.HATCH)));
    }

    double width(String text, double size) {
        return type.width(text, size, false) * SLACK;
    }

    String fitting(String text, double size, double width) {
        return type.fitting(text, size, width / SLACK);
    }

    Scene scene(String title, String description) {
        return new Scene(WIDTH, Math.ceil(bottom + MARGIN), title, description, shapes);
    }
}
