package fr.sillage.chart.internal;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.figure.FigureData;
import fr.sillage.figure.FigureOrder;
import fr.sillage.figure.FigureTexts;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A figure with its legend and notes. */
public final class FigureWidgets {
    /** More bars than these scroll. */
    private static final int MOST_BARS = 20;

    private static final int LEAST_WIDTH = 320;

    private FigureWidgets() {}

    public static Control stackedShares(
            Composite parent,
            Published published,
            Figure figure,
            FigureOrder order,
            UnaryOperator<String> terms,
            Locale locale,
            BiConsumer<String, String> selected) {
        FigureTexts texts = new FigureTexts(locale);
        FigureData data = FigureData.of(published, figure, order, terms, texts);
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 8;
        area.setLayout(layout);
        Composite legend = Legend.create(area, data, texts);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = LEAST_WIDTH;
        legend.setLayoutData(wide);
        bars(area, data, texts, selected);
        texts.notes(data).forEach(text -> note(area, text));
        return area;
    }

    private static void bars(Composite area, FigureData data, FigureTexts texts, BiConsumer<String, String> selected) {
        int height = data.bars().size() * StackedShares.BAR_HEIGHT + StackedShares.AXIS_HEIGHT;
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = LEAST_WIDTH;
        if (data.bars().size() <= MOST_BARS) {
            place.heightHint = height;
            StackedShares.create(area, data, texts, selected).setLayoutData(place);
            return;
        }
        ScrolledComposite scrolled = new ScrolledComposite(area, SWT.V_SCROLL);
        place.heightHint = MOST_BARS * StackedShares.BAR_HEIGHT + StackedShares.AXIS_HEIGHT;
        scrolled.setLayoutData(place);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setMinHeight(height);
        scrolled.setContent(StackedShares.create(scrolled, data, texts, selected));
    }

    private static void note(Composite area, String text) {
        Label note = new Label(area, SWT.WRAP);
        note.setFont(Palette.small(area.getDisplay()));
        note.setText(Labels.plain(text));
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = LEAST_WIDTH;
        note.setLayoutData(wide);
    }
}
