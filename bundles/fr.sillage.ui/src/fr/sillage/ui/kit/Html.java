package fr.sillage.ui.kit;

/** Markup for widgets that allow it. */
public final class Html {
    private Html() {}

    /** Text as text: every text from outside goes through here before it stands in markup. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /**
     * Text without what could hide in it: characters that turn the direction of reading, controls, halves of
     * characters. Each becomes a sign that something was there.
     */
    public static String visible(String text) {
        if (text.chars().noneMatch(Html::suspicious)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(hidden(c) ? 0xFFFD : c));
        return out.toString();
    }

    private static boolean suspicious(int unit) {
        return Character.isSurrogate((char) unit) || hidden(unit);
    }

    private static boolean hidden(int c) {
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
        boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0x7F && c < 0xA0;
        boolean none = c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE || c == 0x061C;
        return direction || control || none;
    }

    /** Text of the small size, for the cells of a dense table. */
    public static String small(String text) {
        return "<span style='font-size:13px'>" + escape(text) + "</span>";
    }

    /** Text on one line, which ends in an ellipsis where there is no room for it; whoever listens hears all of it. */
    public static String oneLine(String text) {
        return "<span style='display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap'>" + escape(text)
                + "</span>";
    }

    /** What a click on a table's line opens. */
    public static String opens(String text) {
        return "<b style='color:" + Icons.PRIMARY + "'>" + escape(text) + "</b>";
    }

    /** @param kind ok, warning, danger or neutral */
    public static String tag(String text, String kind) {
        String colours = switch (kind) {
            case "ok" -> "color:#1E7B4F;background:#E6F4EC";
            case "warning" -> "color:#8A5200;background:#FFF3DC";
            case "danger" -> "color:#B3261E;background:#FCEBEA";
            default -> "color:#4A5565;background:#EEF1F4";
        };
        return "<span style='" + colours + ";border-radius:4px;padding:2px 7px;font-size:13px;font-weight:bold'>"
                + escape(text) + "</span>";
    }
}
