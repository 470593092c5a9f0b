package fr.sillage.chart.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.ShortLabel;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The names of lying bars, each level with its bar: SWTChart's axis puts them beside its own marks. */
final class BarNames {
    private static final int GAP = 4;
    private static final int MOST_WIDTH = 220;
    /** Letters sit in the upper part of the line that the browser paints. */
    private static final int DROP = 2;

    private BarNames() {}

    /** @param middle of a bar in pixels from the top, by its place in the list */
    static Canvas create(Composite parent, List<String> names, IntUnaryOperator middle) {
        Font font = Palette.small(parent.getDisplay());
        List<String> shown = names.stream().map(ShortLabel::of).toList();
        Canvas canvas = new Canvas(parent, SWT.NONE);
        canvas.setFont(font);
        canvas.addPaintListener(event -> paint(event.gc, canvas, shown, middle));
        GridData place = new GridData(SWT.RIGHT, SWT.FILL, false, true);
        place.widthHint = Math.min(MOST_WIDTH, width(canvas, shown) + GAP);
        canvas.setLayoutData(place);
        return canvas;
    }

    private static int width(Canvas canvas, List<String> names) {
        GC gc = new GC(canvas);
        try {
            return names.stream().mapToInt(name -> gc.textExtent(name).x).max().orElse(0);
        } finally {
            gc.dispose();
        }
    }

    private static void paint(GC gc, Canvas canvas, List<String> names, IntUnaryOperator middle) {
        gc.setForeground(Palette.color(canvas.getDisplay(), FigureColors.INK));
        int right = canvas.getClientArea().width - GAP;
        for (int i = 0; i < names.size(); i++) {
            Point size = gc.textExtent(names.get(i));
            gc.drawText(names.get(i), Math.max(0, right - size.x), middle.applyAsInt(i) - size.y / 2 + DROP, true);
        }
    }
}
