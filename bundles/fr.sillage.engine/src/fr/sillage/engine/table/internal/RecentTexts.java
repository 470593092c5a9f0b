package fr.sillage.engine.table.internal;

/** Some of the texts that came last and their codes: few texts are most of a usual column. Used by one thread. */
final class RecentTexts {
    private static final int FIRST = 1 << 6;
    private static final int MOST = 1 << 12;

    /** Longer ones are looked up each time: they would take much memory, and are seldom the same. */
    private static final int LONGEST = 200;

    /** Where texts were not found so much more often than they were, none is looked for any longer. */
    private static final int PATIENCE = 1 << 13;

    private String[] texts = new String[FIRST];
    private int[] codes = new int[FIRST];
    private int left = PATIENCE;

    /** The code of a text; 0 where it is not among them. */
    int find(String text) {
        if (left <= 0) {
            return 0;
        }
        int at = text.hashCode() & texts.length - 1;
        if (text.equals(texts[at])) {
            left = Math.min(PATIENCE, left + 1);
            return codes[at];
        }
        left--;
        return 0;
    }

    void put(String text, int code) {
        if (left <= 0 || text.length() > LONGEST) {
            return;
        }
        if (code > texts.length / 2 && texts.length < MOST) {
            texts = new String[2 * texts.length];
            codes = new int[texts.length];
        }
        int at = text.hashCode() & texts.length - 1;
        texts[at] = text;
        codes[at] = code;
    }
}
