package fr.sillage.core.internal.imports;

/** Texts that were read last and what they were read as: dates and marks are the same ones time and again. */
final class RecentValues {
    private static final int SIZE = 1 << 12;
    private static final int LONGEST = 40;

    private final String[] texts = new String[SIZE];
    private final long[] values = new long[SIZE];
    private final boolean[] bad = new boolean[SIZE];

    /** Where a text is to be found, if it is. */
    int place(String text) {
        return text.hashCode() & SIZE - 1;
    }

    boolean holds(int place, String text) {
        return text.equals(texts[place]);
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
        values[place] = value;
        bad[place] = unreadable;
    }
}
