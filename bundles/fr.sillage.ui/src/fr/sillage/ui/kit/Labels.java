package fr.sillage.ui.kit;

/**
 * Texts of labels and buttons without markup. {@link Kit} takes them as they are; who sets the text of such a widget
 * again goes through here.
 */
public final class Labels {
    private Labels() {}

    /** Nothing hides in the text, and its ampersands are shown: a single one would mark a key. */
    public static String plain(String text) {
        return Html.visible(text).replace("&", "&&");
    }
}
