package fr.sillage.engine.rows.internal;

import fr.sillage.engine.scan.internal.Parallel;

/** Sorts the rows of each person by time, those of one time by state. Used by one thread. */
public final class SequenceSorter implements Parallel.Worker {
    private static final int SEQUENCES_OF_PIECE = 1 << 10;

    private final int[] starts;
    private final int[] codes;
    private final long[] times;

    /** @param starts where each sequence begins, and at last where they end */
    public SequenceSorter(int[] starts, int[] codes, long[] times) {
        this.starts = starts;
        this.codes = codes;
        this.times = times;
    }

    /** In how many pieces all sequences are sorted. */
    public static int pieces(int[] starts) {
        return (starts.length - 1 + SEQUENCES_OF_PIECE - 1) / SEQUENCES_OF_PIECE;
    }

    @Override
    public void work(int piece) {
        int end = Math.min(starts.length - 1, (piece + 1) * SEQUENCES_OF_PIECE);
        for (int sequence = piece * SEQUENCES_OF_PIECE; sequence < end; sequence++) {
            sort(starts[sequence], starts[sequence + 1]);
        }
    }

    /** Shell sort with the gaps of Knuth (The Art of Computer Programming 3, 5.2.1): good for few rows and for many. */
    void sort(int start, int end) {
        int gap = 1;
        while (gap < (end - start) / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = start + gap; i < end; i++) {
                long time = times[i];
                int code = codes[i];
                int at = i;
                while (at - gap >= start && isAfter(at - gap, time, code)) {
                    times[at] = times[at - gap];
                    codes[at] = codes[at - gap];
                    at -= gap;
                }
                times[at] = time;
                codes[at] = code;
            }
        }
    }

    private boolean isAfter(int at, long time, int code) {
        return times[at] > time || times[at] == time && codes[at] > code;
    }
}
