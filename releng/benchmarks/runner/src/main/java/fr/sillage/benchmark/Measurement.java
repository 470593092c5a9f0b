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
    private static final String GOAL = "goal";

    /** A peer that is no other program but what is wanted. */
    public static Map<String, Double> goal(double value) {
        return Map.of(GOAL, value);
    }

    /** Whether it is as good as wanted, where something is wanted. */
    public boolean held() {
        return !peers.containsKey(GOAL) || sillage <= peers.get(GOAL);
    }

    public Measurement {
        Objects.requireNonNull(work);
        Objects.requireNonNull(peers);
        Objects.requireNonNull(unit);
    }
}
