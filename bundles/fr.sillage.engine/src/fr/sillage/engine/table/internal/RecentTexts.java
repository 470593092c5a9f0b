package fr.sillage.engine.table.internal;

/** Some of the texts that came last and their codes: few texts are most of a usual column. Used by one thread. */
final class RecentTexts {
    private static final int FIRST = 1 << 6;
    private static final int MOST = 1 << 13;
    private static final int GOLDEN_RATIO = 0x9E37_79B9;

    /** Longer ones are looked up each time: they would take much memory, and are seldom the same. */
    private static final int LONGEST = 200;

    /** Where texts were not found so much more often than they were, none is looked for any longer. */
    private static final int PATIENCE = 1 << 13;

    private String[] texts = new String[FIRST];
    private int[] hashes = new int[FIRST];
    private int[] codes = new int[FIRST];
    private int left = PATIENCE;
    private int turns;

    /** The code of a text; 0 where it is not among them. */
    int find(String text) {
        if (left <= 0) {
            return 0;
        }
        int hash = hash(text);
        int at = place(hash);
        at = hashes[at] == hash ? at : at ^ 1;
        int found = hashes[at] == hash && text.equals(texts[at]) ? codes[at] : 0;
        left = found == 0 ? left - 1 : Math.min(PATIENCE, left + 1);
        return found;
    }

    /** Each text has two places side by side: texts of which all are frequent do not push one another out. */
    void put(String text, int code) {
        if (left <= 0 || text.length() > LONGEST) {
            return;
        }
        if (code > texts.length / 4 && texts.length < MOST) {
            texts = new String[2 * texts.length];
            hashes = new int[texts.length];
            codes = new int[texts.length];
        }
        int hash = hash(text);
        int at = place(hash);
        if (texts[at] != null && hashes[at] != hash) {
            at ^= texts[at ^ 1] == null || hashes[at ^ 1] == hash ? 1 : ++turns & 1;
        }
        texts[at] = text;
        hashes[at] = hash;
        codes[at] = code;
    }

    /** Texts that differ in their last digits alone have hash codes that hardly differ. */
    private static int hash(String text) {
        return text.hashCode() * GOLDEN_RATIO;
    }

    private int place(int hash) {
        return hash >>> Integer.SIZE / 2 - 1 & texts.length - 1;
    }
}
