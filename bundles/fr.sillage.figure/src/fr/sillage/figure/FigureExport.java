package fr.sillage.figure;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.figure.internal.Sheets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A figure of a published result as a file: the colours, texts, order and hidden parts of the screen, and round it what
 * says where it comes from.
 */
public final class FigureExport {
    private final FigureData data;
    private final FigureTexts texts;
    private final Caption caption;

    /**
     * @param terms the reader's word for a term's id
     * @param locale French or English
     * @throws IllegalArgumentException where the figure names a table or column that is not there
     */
    public FigureExport(
            Published published,
            Figure figure,
            FigureOrder order,
            Caption caption,
            UnaryOperator<String> terms,
            Locale locale) {
        texts = new FigureTexts(locale);
        data = switch (figure.kind()) {
            case STACKED_SHARES -> FigureData.of(published, figure, order, terms, texts);
        };
        this.caption = caption;
    }

    /** SVG 1.1, UTF-8. */
    public byte[] svg() {
        return Sheets.svg(data, texts, caption);
    }

    /** PNG with two pixels for each of the screen's. */
    public byte[] png() {
        return Sheets.png(data, texts, caption);
    }
}
