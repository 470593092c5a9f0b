package fr.sillage.chart.internal;

/** Texts of labels. */
final class Labels {
    private Labels() {}

    /** A single ampersand would mark a key. */
    static String plain(String text) {
        return text.replace("&", "&&");
    }
}
