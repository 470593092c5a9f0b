package fr.sillage.engine.rows.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counts the rows of each person, and marks the states that occur. Used by one thread. */
final class SequenceCounter implements Parallel.Worker {
    private final SequenceRows rows;
    private final Occurring occurring;
    private final AtomicIntegerArray ofPerson;

    /** @param ofPerson all threads count there */
    SequenceCounter(SequenceRows rows, Occurring occurring, AtomicIntegerArray ofPerson) {
        this.rows = rows;
        this.occurring = occurring;
        this.ofPerson = ofPerson;
    }

    @Override
    public void work(int chunk) {
        rows.load(chunk);
        int[] persons = rows.persons();
        int[] states = rows.states();
        boolean[] occurs = occurring.of(0);
        Bits.each(rows.rows(), row -> {
            ofPerson.getAndIncrement(persons[row]);
            occurs[states[row]] = true;
        });
    }

    SequenceRows rows() {
        return rows;
    }

    Occurring occurring() {
        return occurring;
    }
}
