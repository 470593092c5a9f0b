package fr.sillage.engine.measure.internal;

/** How often each number of a measured column occurs in each cell. Used by one thread. */
public final class Histograms {
    /** Most counters of one column. */
    static final long MOST = 1 << 21;

    private final int places;
    private final int[] counts;

    /** @param places how many different numbers there may be */
    Histograms(int cells, int places) {
        this.places = places;
        this.counts = new int[Math.toIntExact((long) cells * places)];
    }

    void add(int cell, int place) {
        counts[cell * places + place]++;
    }

    /** Adds the counts of a cell up. */
    public void addTo(int cell, long[] sums) {
        int from = cell * places;
        for (int place = 0; place < places; place++) {
            sums[place] += counts[from + place];
        }
    }
}
