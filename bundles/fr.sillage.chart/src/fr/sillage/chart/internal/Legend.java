package fr.sillage.chart.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.FigureData;
import fr.sillage.figure.FigureTexts;
import fr.sillage.figure.ShortLabel;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** Names of the series beside their colours, on as many lines as they need. */
final class Legend {
    private static final int SWATCH = 12;

    private Legend() {}

    static Composite create(Composite parent, FigureData data, FigureTexts texts) {
        Composite legend = new Composite(parent, SWT.NONE);
        RowLayout rows = new RowLayout(SWT.HORIZONTAL);
        rows.wrap = true;
        rows.marginLeft = 0;
        rows.marginTop = 0;
        rows.marginBottom = 0;
        rows.spacing = 12;
        legend.setLayout(rows);
        Font font = Palette.small(parent.getDisplay());
        Display display = parent.getDisplay();
        for (int i = 0; i < data.series().size(); i++) {
            int index = i;
            entry(legend, data.series().get(i), font, gc -> {
                gc.setBackground(Palette.color(display, FigureColors.SERIES.get(index)));
                gc.fillRectangle(0, 0, SWATCH, SWATCH);
            });
        }
        if (data.hides()) {
            entry(legend, texts.hidden(), font, gc -> HatchedArea.paint(gc, new Rectangle(0, 0, SWATCH, SWATCH)));
        }
        return legend;
    }

    private static void entry(Composite legend, String text, Font font, Consumer<GC> swatch) {
        Composite entry = new Composite(legend, SWT.NONE);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 6;
        entry.setLayout(grid);
        Canvas canvas = new Canvas(entry, SWT.NONE);
        GridData size = new GridData(SWT.CENTER, SWT.CENTER, false, false);
        size.widthHint = SWATCH;
        size.heightHint = SWATCH;
        canvas.setLayoutData(size);
        canvas.addPaintListener(event -> swatch.accept(event.gc));
        Label label = new Label(entry, SWT.NONE);
        label.setFont(font);
        // a single & would mark a key
        label.setText(Labels.plain(ShortLabel.of(text)));
    }
}
