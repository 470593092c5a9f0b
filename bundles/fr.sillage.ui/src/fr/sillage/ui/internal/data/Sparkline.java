package fr.sillage.ui.internal.data;

import fr.sillage.ui.internal.data.ColumnLine.Part;
import java.util.List;

/** A distribution so small that it tells its shape alone; the numbers stand beside the table. */
final class Sparkline {
    private static final int HEIGHT = 20;
    private static final int WIDTH = 78;
    private static final int WIDEST = 8;
    private static final String VALUE = "#3A8FC4";
    private static final String OTHER = "#B8C0CB";

    private Sparkline() {}

    /**
     * Markup: a bar for each part, grey and cut off at the height of the largest for what is no single value; nothing
     * for no distribution.
     */
    static String of(List<Part> parts) {
        if (parts.stream().noneMatch(Part::value)) {
            return "";
        }
        double largest = parts.stream()
                .filter(Part::value)
                .mapToDouble(Part::share)
                .max()
                .orElse(1);
        int width = Math.clamp(WIDTH / parts.size() - 1, 1, WIDEST);
        StringBuilder bars = new StringBuilder();
        for (Part part : parts) {
            long height = Math.clamp(Math.round(HEIGHT * part.share() / largest), 1, HEIGHT);
            bars.append("<span style='display:inline-block;vertical-align:bottom;margin-right:1px;width:")
                    .append(width)
                    .append("px;height:")
                    .append(height)
                    .append("px;background:")
                    .append(part.value() ? VALUE : OTHER)
                    .append("'></span>");
        }
        return bars.toString();
    }
}
