package fr.sillage.chart;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.chart.internal.FigureWidgets;
import fr.sillage.figure.FigureOrder;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Puts a figure of a published result on the screen. */
public final class FigureView {
    private FigureView() {}

    /**
     * Draws nothing but what is published: the hidden part of a bar is hatched, and a bar whose total is hidden shows
     * no shares. More than six series: the five largest, the others as one. Many bars scroll; of very
     * many the largest are drawn, and a note says so.
     *
     * @param published holds the figure's tables
     * @param terms the reader's word for a term's id
     * @param locale French or English
     * @param selected is told the category and series of a part that was clicked on
     * @return the new child of the parent; its layout data are the caller's
     * @throws IllegalArgumentException where the figure names a table or column that is not there
     */
    public static Control create(
            Composite parent,
            Published published,
            Figure figure,
            FigureOrder order,
            UnaryOperator<String> terms,
            Locale locale,
            BiConsumer<String, String> selected) {
        return switch (figure.kind()) {
            case STACKED_SHARES ->
                FigureWidgets.stackedShares(parent, published, figure, order, terms, locale, selected);
        };
    }
}
