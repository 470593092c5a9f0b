package fr.sillage.benchmark;

import java.util.Map;
import java.util.Objects;

/**
 * One line of a benchmark; smaller is better.
 *
 * @param work what was done
 * @param size how much there was of it: rows, persons, rounds
 * @param sillage what it took here
 * @param peers what it took others, in the order in which they are shown; may be empty
 * @param unit of all these values: {@code ms}, {@code s}, {@code MB}, ...
 */
public record Measurement(String work, long size, double sillage, Map<String, Double> peers, String unit) {
    public Measurement {
        Objects.requireNonNull(work);
        Objects.requireNonNull(peers);
        Objects.requireNonNull(unit);
    }
}
