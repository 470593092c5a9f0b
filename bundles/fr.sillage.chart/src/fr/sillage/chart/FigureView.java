package fr.sillage.chart;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.chart.internal.FigureWidgets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Puts a figure of a published result on the screen. */
public final class FigureView {
    private FigureView() {}

    /**
     * Draws nothing but what is published: the hidden part of a bar is hatched, and a bar whose total is hidden shows
     * no shares. More than six series: the five largest, the others as one. Many bars scroll.
     *
     * @param published holds the figure's tables
     * @param terms the reader's word for a term's id
     * @param locale French or English
     * @return the new child of the parent; its layout data are the caller's
     * @throws IllegalArgumentException where the figure names a table or column that is not there
     */
    public static Control create(
            Composite parent, Published published, Figure figure, UnaryOperator<String> terms, Locale locale) {
        return switch (figure.kind()) {
            case STACKED_SHARES -> FigureWidgets.stackedShares(parent, published, figure, terms, locale);
        };
    }
}
