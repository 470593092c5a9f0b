package fr.sillage.figure;

import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The few words of a figure.
 *
 * @param locale French or English
 */
public record FigureTexts(Locale locale) {
    private static final int MOST_NAMES = 12;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public String hidden() {
        return text("hidden");
    }

    public String totalHidden() {
        return text("total.hidden");
    }

    public String others(int count) {
        return format("others", count);
    }

    /** What the reader is to know of the drawing beside the legend: series drawn as one, bars left out. */
    public List<String> notes(FigureData data) {
        List<String> notes = new ArrayList<>();
        if (!data.folded().isEmpty()) {
            notes.add(folded(data.folded()));
        }
        if (data.bars().size() < data.categories()) {
            notes.add(format("left.out", data.bars().size(), data.categories()));
        }
        return notes;
    }

    private String folded(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).map(ShortLabel::of).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES
                ? format("folded", shown)
                : format("folded.more", shown, names.size() - MOST_NAMES);
    }

    /** Of percentages from 0 to 100. */
    public NumberFormat percent(int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        if (format instanceof DecimalFormat decimal) {
            decimal.setMultiplier(1);
        }
        return format;
    }

    /** One part of a bar in words. */
    public String part(String category, String series, double percentage) {
        return format("part", category, series, percent(1).format(percentage));
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(text(key), locale).format(arguments);
    }

    private String text(String key) {
        return ResourceBundle.getBundle(
                        "fr.sillage.figure.internal.messages", locale, FigureTexts.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
    }
}
