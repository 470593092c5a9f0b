package fr.sillage.chart;

import fr.sillage.api.published.Published;
import org.eclipse.swt.widgets.Composite;

/**
 * Draws the published result of an analysis in a way of its own; named by the attribute {@code view} of the extension
 * point {@code fr.sillage.core.analysisViews}. The host draws sentences above it, and its own figures and tables on
 * demand: all that is published stays within reach.
 *
 * <p>Each drawing has a new instance. It is made and called in the thread of the person's browser session, the only one
 * that may touch widgets: what takes time belongs into the analysis. Where it throws, draws nothing or beyond its part,
 * or takes more than some seconds, the host draws the result itself and says so.
 */
public interface AnalysisView {
    /**
     * Fills the part with widgets. It is asked again for each new result, with a new part.
     *
     * @param part empty, one column as wide as the page (a GridLayout) unless the view sets another layout; what is
     *     made outside of it is thrown away
     * @param published as the gate let it through: hidden numbers are {@code Withheld}
     */
    void draw(Composite part, Published published, ViewContext context);
}
