package fr.sillage.core.check;

import java.util.List;
import java.util.Objects;

/**
 * One part of a data folder that was checked.
 *
 * @param name {@value #PLATFORM}, or the id of a silo
 * @param older whether its format is older than the program: it is migrated at the next start, and its chunks are
 *     checked after that
 * @param chunks how many chunks were read and decoded
 * @param rows in all versions of all its data sets
 * @param problems none where all is well
 */
public record Checked(String name, boolean older, long chunks, long rows, List<Problem> problems) {
    public static final String PLATFORM = "platform";

    public Checked {
        Objects.requireNonNull(name);
        problems = List.copyOf(problems);
    }
}
