package fr.sillage.ui.kit;

/** Markup for widgets that allow it. */
public final class Html {
    private Html() {}

    /** Text as text: every text from outside goes through here before it stands in markup. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
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
