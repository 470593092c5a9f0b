package fr.sillage.engine.rows.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Puts the rows of each person side by side, in no order. Used by one thread. */
final class SequencePlacer implements Parallel.Worker {
    private final SequenceRows rows;
    private final int[] labels;
    private final AtomicIntegerArray next;
    private final int[] codes;
    private final long[] times;

    /**
     * @param labels for each state its place among the labels
     * @param next for each person where the next row goes; all threads move it on
     * @param codes takes the states
     * @param times takes the times
     */
    SequencePlacer(SequenceRows rows, int[] labels, AtomicIntegerArray next, int[] codes, long[] times) {
        this.rows = rows;
        this.labels = labels;
        this.next = next;
        this.codes = codes;
        this.times = times;
    }

    @Override
    public void work(int chunk) {
        rows.load(chunk);
        int[] persons = rows.persons();
        int[] states = rows.states();
        long[] timesOfRows = rows.times();
        Bits.each(rows.rows(), row -> {
            int place = next.getAndIncrement(persons[row]);
            codes[place] = labels[states[row]];
            times[place] = timesOfRows[row];
        });
    }
}
