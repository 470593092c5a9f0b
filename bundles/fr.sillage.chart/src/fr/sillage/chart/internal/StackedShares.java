package fr.sillage.chart.internal;

import fr.sillage.figure.FigureColors;
import fr.sillage.figure.FigureData;
import fr.sillage.figure.FigureTexts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** Horizontal bars of 100 per cent, the first category on top. */
final class StackedShares {
    /** Height of a bar with its gap, and of what stands under the bars, in pixels. */
    static final int BAR_HEIGHT = 24;

    static final int AXIS_HEIGHT = 40;

    private static final int PADDING_PERCENT = 30;
    private static final int TICK_DISTANCE = 100;
    private static final int LEAST_WIDTH = 100;
    /** SWTChart cuts a bar that ends beyond the plot, by rounding, five pixels short. */
    private static final double RANGE_END = 100.8;
    /** No text of the data is the id of this series: the ids are numbers. */
    private static final String HIDDEN = "hidden";

    private final FigureData data;
    private final FigureTexts texts;
    private final Chart chart;
    private final Font font;

    private StackedShares(Composite parent, FigureData data, FigureTexts texts) {
        this.data = data;
        this.texts = texts;
        // otherwise the chart wants to redraw on every mouse move, an event RAP does not have
        chart = new Chart(parent, Chart.NO_AXIS_POSITION_UPDATE);
        font = Palette.small(parent.getDisplay());
    }

    /** @return the new child of the parent; its height is the number of bars times {@link #BAR_HEIGHT} and the axis */
    static Composite create(Composite parent, FigureData data, FigureTexts texts, BiConsumer<String, String> selected) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        area.setLayout(layout);
        StackedShares bars = new StackedShares(area, data, texts);
        bars.build();
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        // SWTChart answers a size of -1
        fill.widthHint = LEAST_WIDTH;
        fill.heightHint = BAR_HEIGHT;
        bars.chart.setLayoutData(fill);
        BarNames names = new BarNames(
                area, data.bars().stream().map(FigureData.Bar::category).toList());
        names.area().moveAbove(bars.chart);
        // a chart is laid out when it gets its size, after the names beside it
        bars.chart.addPaintListener(event -> names.place(bars.middles()));
        ((Control) bars.chart.getPlotArea())
                .addListener(SWT.MouseDown, event -> bars.select(event.x, event.y, selected));
        return area;
    }

    private void select(int x, int y, BiConsumer<String, String> selected) {
        List<FigureData.Bar> bars = data.bars().reversed();
        for (int series = 0; series < data.series().size(); series++) {
            boolean folded = !data.folded().isEmpty() && series == data.series().size() - 1;
            Rectangle[] bounds = ((IBarSeries<?>) chart.getSeriesSet().getSeries(String.valueOf(series))).getBounds();
            for (int bar = 0; bar < bounds.length && !folded; bar++) {
                if (bounds[bar].contains(x, y)) {
                    selected.accept(bars.get(bar).category(), data.series().get(series));
                    return;
                }
            }
        }
    }

    /** Middles of the bars, in pixels from the top of the chart; empty before the chart is laid out. */
    private int[] middles() {
        Rectangle[] bounds = ((IBarSeries<?>) chart.getSeriesSet().getSeries(HIDDEN)).getBounds();
        int top = chart.getPlotArea().getBounds().y;
        return IntStream.range(0, bounds.length)
                .map(bar -> bounds[bounds.length - 1 - bar].y + bounds[bounds.length - 1 - bar].height / 2 + top)
                .toArray();
    }

    private void build() {
        chart.suspendUpdate(true);
        chart.setBackground(color(FigureColors.SURFACE));
        chart.getPlotArea().setBackground(color(FigureColors.SURFACE));
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        chart.setOrientation(SWT.VERTICAL); // the x axis goes upwards: bars lie
        IAxis categories = chart.getAxisSet().getXAxis(0);
        IAxis shares = chart.getAxisSet().getYAxis(0);
        style(categories, FigureColors.INK);
        style(shares, FigureColors.INK_2);
        categories.getGrid().setStyle(LineStyle.NONE);
        shares.getGrid().setStyle(LineStyle.SOLID);
        shares.getGrid().setForeground(color(FigureColors.LINE));
        shares.getTick().setTickMarkStepHint(TICK_DISTANCE);
        shares.getTick().setFormat(texts.percent(0));
        // the axis counts from below
        List<FigureData.Bar> bars = data.bars().reversed();
        categories.setCategorySeries(bars.stream().map(FigureData.Bar::category).toArray(String[]::new));
        categories.enableCategory(true);
        categories.getTick().setVisible(false);
        for (int i = 0; i < data.series().size(); i++) {
            int index = i;
            series(
                    String.valueOf(i),
                    bars.stream().mapToDouble(bar -> bar.shares().get(index)).toArray(),
                    color(FigureColors.SERIES.get(i)));
        }
        series(HIDDEN, bars.stream().mapToDouble(FigureData.Bar::hidden).toArray(), color(FigureColors.HIDDEN));
        chart.getPlotArea().addCustomPaintListener(new Finish());
        chart.suspendUpdate(false);
        // only now: suspended, the category axis still shows the range of an empty chart
        categories.adjustRange();
        shares.setRange(new Range(0, RANGE_END));
    }

    private void style(IAxis axis, int ink) {
        axis.getTitle().setVisible(false);
        axis.setDrawAxisLine(false);
        axis.getTick().setFont(font);
        axis.getTick().setForeground(color(ink));
    }

    private void series(String id, double[] values, Color color) {
        IBarSeries<?> bars = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR, id);
        bars.setYSeries(values);
        bars.enableStack(true);
        bars.setBarColor(color);
        bars.setBarPadding(PADDING_PERCENT);
    }

    private Color color(int rgb) {
        return Palette.color(chart.getDisplay(), rgb);
    }

    /** What SWTChart does not do: hatching, a gap instead of a frame round each part, words in a bar without shares. */
    private final class Finish implements ICustomPaintListener {
        @Override
        public void paintControl(PaintEvent event) {
            GC gc = event.gc;
            List<FigureData.Bar> bars = data.bars().reversed();
            Rectangle[] hidden = ((IBarSeries<?>) chart.getSeriesSet().getSeries(HIDDEN)).getBounds();
            for (int i = 0; i < hidden.length; i++) {
                if (bars.get(i).hidden() > 0 && hidden[i].width > 1) {
                    HatchedArea.paint(gc, hidden[i]);
                }
            }
            gc.setForeground(color(FigureColors.SURFACE));
            for (var series : chart.getSeriesSet().getSeries()) {
                for (Rectangle part : ((IBarSeries<?>) series).getBounds()) {
                    gc.drawRectangle(part);
                }
            }
            for (int i = 0; i < hidden.length; i++) {
                if (!bars.get(i).known()) {
                    unknown(gc, hidden[i]);
                }
            }
        }

        private void unknown(GC gc, Rectangle place) {
            int width = chart.getAxisSet().getYAxis(0).getPixelCoordinate(100);
            HatchedArea.paint(gc, new Rectangle(0, place.y, width, place.height));
            gc.setFont(font);
            Point size = gc.textExtent(texts.totalHidden());
            gc.setBackground(color(FigureColors.HIDDEN));
            gc.fillRectangle(8, place.y, size.x + 12, place.height);
            gc.setForeground(color(FigureColors.INK_2));
            gc.drawText(texts.totalHidden(), 14, place.y + (place.height - size.y) / 2, true);
        }

        @Override
        public boolean drawBehindSeries() {
            return false;
        }
    }
}
