package fr.sillage.core.internal.imports;

/**
 * Texts that were read last and what they were read as: dates and marks are the same ones time and again. Each has some
 * places side by side; the table grows while texts push one another out.
 */
final class RecentValues {
    private static final int FIRST = 1 << 9;
    private static final int MOST = 1 << 13;
    private static final int WAYS = 4;
    private static final int LONGEST = 40;
    private static final int GOLDEN_RATIO = 0x9E37_79B9;

    private String[] texts;
    private int[] hashes;
    private long[] values;
    private boolean[] bad;
    private int pushedOut;

    RecentValues() {
        makeRoom(FIRST);
    }

    private void makeRoom(int size) {
        texts = new String[size];
        hashes = new int[size];
        values = new long[size];
        bad = new boolean[size];
        pushedOut = 0;
    }

    /** Where a text is to be found; negative where it is not. */
    int find(String text) {
        int hash = hash(text);
        int place = place(hash);
        for (int way = 0; way < WAYS; way++) {
            if (hashes[place + way] == hash) {
                return text.equals(texts[place + way]) ? place + way : -1;
            }
        }
        return -1;
    }

    long value(int place) {
        return values[place];
    }

    /** Whether it cannot be read. */
    boolean isBad(int place) {
        return bad[place];
    }

    void put(String text, long value, boolean unreadable) {
        if (text.length() > LONGEST) {
            return;
        }
        int hash = hash(text);
        int place = free(hash);
        texts[place] = text;
        hashes[place] = hash;
        values[place] = value;
        bad[place] = unreadable;
    }

    private int free(int hash) {
        int place = place(hash);
        for (int way = 0; way < WAYS; way++) {
            if (texts[place + way] == null || hashes[place + way] == hash) {
                return place + way;
            }
        }
        if (++pushedOut > texts.length / WAYS && texts.length < MOST) {
            makeRoom(4 * texts.length); // what it held comes again, if it is frequent
            return place(hash);
        }
        return place + (pushedOut & WAYS - 1);
    }

    /** The first of the places for texts of a hash. */
    private int place(int hash) {
        return (hash ^ hash >>> Integer.SIZE / 2) & texts.length - WAYS;
    }

    /** Texts that differ in their last digits alone have hash codes that hardly differ. */
    private static int hash(String text) {
        return text.hashCode() * GOLDEN_RATIO;
    }
}
