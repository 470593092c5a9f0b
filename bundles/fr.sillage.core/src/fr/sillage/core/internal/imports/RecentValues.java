package fr.sillage.core.internal.imports;

/** Texts that were read last and what they were read as: dates and marks are the same ones time and again. */
final class RecentValues {
    private static final int SIZE = 1 << 12;
    private static final int WAYS = 4;
    private static final int LONGEST = 40;
    private static final int GOLDEN_RATIO = 0x9E37_79B9;

    private final String[] texts = new String[SIZE + WAYS - 1];
    private final int[] hashes = new int[texts.length];
    private final long[] values = new long[texts.length];
    private final boolean[] bad = new boolean[texts.length];
    private int turns;

    /** Where a text is to be found, or to be put: each has some places side by side. */
    int place(String text) {
        int hash = hash(text);
        int first = hash >>> Integer.SIZE / 2 - 1 & SIZE - 1;
        for (int place = first; place < first + WAYS; place++) {
            if (hashes[place] == hash || texts[place] == null) {
                return place;
            }
        }
        return first + (turns++ & WAYS - 1);
    }

    boolean holds(int place, String text) {
        return text.equals(texts[place]);
    }

    /** Texts that differ in their last digits alone have hash codes that hardly differ. */
    private static int hash(String text) {
        return text.hashCode() * GOLDEN_RATIO;
    }

    long value(int place) {
        return values[place];
    }

    /** Whether it cannot be read. */
    boolean isBad(int place) {
        return bad[place];
    }

    void put(int place, String text, long value, boolean unreadable) {
        texts[place] = text.length() > LONGEST ? null : text;
        hashes[place] = hash(text);
        values[place] = value;
        bad[place] = unreadable;
    }
}
