package fr.sillage.core.backup;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is restored as what.
 *
 * @param file of the backup; absolute
 * @param name of a new community; empty: the one that was backed up
 * @param replace whether what is there gives its place up; it is kept beside
 */
public record Restoration(Path file, Optional<String> name, boolean replace) {
    public Restoration {
        Objects.requireNonNull(file);
        Objects.requireNonNull(name);
    }
}
