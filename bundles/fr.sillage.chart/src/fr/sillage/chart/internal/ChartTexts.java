package fr.sillage.chart.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The few words of a chart.
 *
 * @param locale French or English
 */
public record ChartTexts(Locale locale) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public String hidden() {
        return text("hidden");
    }

    public String totalHidden() {
        return text("total.hidden");
    }

    public String others(int count) {
        return new MessageFormat(text("others"), locale).format(new Object[] {count});
    }

    /** Which series are drawn as one. */
    public String folded(List<String> names) {
        return new MessageFormat(text("folded"), locale).format(new Object[] {String.join(", ", names)});
    }

    /** Pattern of the axis's percentages. */
    String percent() {
        return text("percent");
    }

    private String text(String key) {
        return ResourceBundle.getBundle(
                        "fr.sillage.chart.internal.messages", locale, ChartTexts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
    }
}
