package fr.sillage.core.backup;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A silo that was restored and checked.
 *
 * @param community name
 * @param rows in all versions of all its data sets
 * @param replaced where the silo is kept that gave its place up
 */
public record RestoredSilo(String community, long rows, Optional<Path> replaced) implements Restored {
    public RestoredSilo {
        Objects.requireNonNull(community);
        Objects.requireNonNull(replaced);
    }
}
