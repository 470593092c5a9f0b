package fr.sillage.chart.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.ShortLabel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;

/** The names of lying bars, each level with its bar: SWTChart's axis puts them beside its own marks. */
final class BarNames {
    private static final int GAP = 8;
    private static final int MOST_WIDTH = 220;
    private static final int HEIGHT = 20;

    private final Composite area;
    private final List<Label> labels = new ArrayList<>();

    BarNames(Composite parent, List<String> names) {
        area = new Composite(parent, SWT.NONE);
        Font font = Palette.small(parent.getDisplay());
        for (String name : names) {
            Label label = new Label(area, SWT.RIGHT);
            label.setFont(font);
            label.setForeground(Palette.color(area.getDisplay(), FigureColors.INK));
            // a single & would mark a key
            label.setText(Labels.plain(ShortLabel.of(name)));
            label.setToolTipText(ShortLabel.line(name));
            labels.add(label);
        }
        area.setLayout(new Width());
        area.setLayoutData(new GridData(SWT.RIGHT, SWT.FILL, false, true));
    }

    /** Asked again once the browser has measured the names; where they stand is the chart's business. */
    private final class Width extends Layout {
        private static final long serialVersionUID = 1L;

        @Override
        protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
            return new Point(Math.min(MOST_WIDTH, width() + GAP), Math.max(0, heightHint));
        }

        @Override
        protected void layout(Composite composite, boolean flushCache) {
            // see place
        }
    }

    Composite area() {
        return area;
    }

    private int width() {
        return labels.stream()
                .mapToInt(label -> label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x)
                .max()
                .orElse(0);
    }

    /** @param middles of the bars in pixels from the top */
    void place(int[] middles) {
        int width = Math.max(0, area.getClientArea().width - GAP);
        for (int i = 0; i < Math.min(labels.size(), middles.length); i++) {
            labels.get(i).setBounds(0, middles[i] - HEIGHT / 2, width, HEIGHT);
        }
    }
}
