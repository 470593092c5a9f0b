package fr.sillage.core.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A platform database that was restored and checked.
 *
 * @param accounts how many
 * @param withoutSilo names of the communities whose silos are still to be restored
 * @param replaced where the platform database is kept that gave its place up
 */
public record RestoredPlatform(int accounts, List<String> withoutSilo, Optional<Path> replaced) implements Restored {
    public RestoredPlatform {
        withoutSilo = List.copyOf(withoutSilo);
        Objects.requireNonNull(replaced);
    }
}
