package fr.sillage.engine.rows.internal;

/** Puts the events of one person after the other into their places, in the order of time, those of one time by state. */
final class SortedEvents {
    /** Up to so many events each is put where it belongs as it comes. */
    private static final int FEW = 48;

    private final int[] codes;
    private final long[] times;
    private final SequenceSorter sorter;
    private int start;
    private int end;

    SortedEvents(int[] codes, long[] times) {
        this.codes = codes;
        this.times = times;
        this.sorter = new SequenceSorter(new int[1], codes, times);
    }

    /** Turns to another person, whose events begin at a place. */
    void begin(int place) {
        start = place;
        end = place;
    }

    void add(long time, int code) {
        int at = end++;
        if (end - start <= FEW) {
            while (at > start && (times[at - 1] > time || times[at - 1] == time && codes[at - 1] > code)) {
                times[at] = times[at - 1];
                codes[at] = codes[at - 1];
                at--;
            }
        }
        times[at] = time;
        codes[at] = code;
    }

    /** Has all events of the person. */
    void end() {
        if (end - start > FEW) {
            sorter.sort(start, end);
        }
    }
}
