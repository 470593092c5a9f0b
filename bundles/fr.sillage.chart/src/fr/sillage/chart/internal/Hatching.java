package fr.sillage.chart.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Diagonal lines that say "hidden". */
final class Hatching {
    private static final int STEP = 6;

    /** A line from one edge of the area to another. */
    record Line(int x1, int y1, int x2, int y2) {}

    private Hatching() {}

    static void paint(GC gc, Rectangle area) {
        gc.setBackground(Palette.color(gc.getDevice(), Palette.HIDDEN));
        gc.fillRectangle(area);
        gc.setForeground(Palette.color(gc.getDevice(), Palette.HATCH));
        for (Line line : lines(area)) {
            gc.drawLine(line.x1(), line.y1(), line.x2(), line.y2());
        }
    }

    /** Rising lines within the area: RAP's drawing has no cheap clipping. */
    static List<Line> lines(Rectangle area) {
        List<Line> lines = new ArrayList<>();
        int right = area.x + area.width - 1;
        int bottom = area.y + area.height - 1;
        for (int sum = area.x + area.y + STEP / 2; sum < right + bottom; sum += STEP) {
            int low = Math.min(bottom, sum - area.x);
            int high = Math.max(area.y, sum - right);
            if (low > high) {
                lines.add(new Line(sum - low, low, sum - high, high));
            }
        }
        return lines;
    }
}
