package fr.sillage.engine.measure.internal;

import fr.sillage.api.JobControl;

/** A column of numbers that is measured. Thread-safe once it is prepared. */
public interface Measured {
    /** Learns which numbers there are; to be called once, before all else. */
    void prepare(JobControl job);

    /** The numbers of a chunk's rows; not a number where missing. */
    void fill(int chunk, double[] into);

    /** How many places in rising order all numbers have; 0 where they are too many to be counted one by one. */
    int places();

    /** For each row the place of its number, from 0; -1 where missing. Only where there are {@link #places}. */
    void fillPlaces(int chunk, int[] into);

    double numberAt(int place);
}
