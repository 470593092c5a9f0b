package fr.sillage.benchmark.sample;

import fr.sillage.api.data.Column;
import java.util.List;

/** Rows that are made up from a seed, the same ones each time. */
public interface Sample {
    /** Tells files of different samples apart. */
    String name();

    long rows();

    /** Names of the columns, in their order. */
    List<String> names();

    int batches();

    /** The rows of one batch by columns, as {@link #names} says. */
    List<Column> batch(int number);
}
