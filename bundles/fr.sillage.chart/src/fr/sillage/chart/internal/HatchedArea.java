package fr.sillage.chart.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.Hatching;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** What is hidden, painted. */
final class HatchedArea {
    private HatchedArea() {}

    static void paint(GC gc, Rectangle area) {
        gc.setBackground(Palette.color(gc.getDevice(), FigureColors.HIDDEN));
        gc.fillRectangle(area);
        gc.setForeground(Palette.color(gc.getDevice(), FigureColors.HATCH));
        for (Hatching.Line line : Hatching.lines(area.x, area.y, area.width, area.height)) {
            gc.drawLine(line.x1(), line.y1(), line.x2(), line.y2());
        }
    }
}
