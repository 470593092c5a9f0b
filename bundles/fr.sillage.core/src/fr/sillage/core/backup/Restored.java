package fr.sillage.core.backup;

import java.nio.file.Path;
import java.util.Optional;

/** What was restored and checked. */
public sealed interface Restored permits RestoredSilo, RestoredPlatform {
    /** Where that is kept which gave its place up. */
    Optional<Path> replaced();
}
