package fr.sillage.engine.measure.internal;

import java.util.function.IntToDoubleFunction;

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

    /**
     * Counts some rows.
     *
     * @param placeOf by row; -1 where the number is missing
     */
    void add(int[] rowAt, int[] cellAt, int size, int[] placeOf) {
        for (int i = 0; i < size; i++) {
            int place = placeOf[rowAt[i]];
            if (place >= 0) {
                counts[cellAt[i] * places + place]++;
            }
        }
    }

    /** Adds all numbers up. */
    void addTo(Totals totals, IntToDoubleFunction numberAt) {
        for (int cell = 0; cell < totals.size(); cell++) {
            for (int place = 0; place < places; place++) {
                int count = counts[cell * places + place];
                if (count > 0) {
                    totals.add(cell, numberAt.applyAsDouble(place), count);
                }
            }
        }
    }

    /** Adds the counts of a cell up. */
    public void addTo(int cell, long[] sums) {
        int from = cell * places;
        for (int place = 0; place < places; place++) {
            sums[place] += counts[from + place];
        }
    }
}
