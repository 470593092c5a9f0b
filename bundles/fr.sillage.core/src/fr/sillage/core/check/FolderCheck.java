package fr.sillage.core.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies all that a data folder holds, while no platform runs on it. */
public interface FolderCheck {
    /**
     * Opens each database as the platform does and reads everything in it. What a crash left half-done is taken back by
     * the opening itself; nothing else is changed, older formats are not migrated.
     *
     * @param secret file with the master secret; empty where it is in the environment or in the folder
     * @param told of each part when it is through, the platform database first
     * @throws CheckException where nothing can be checked
     */
    void check(Path folder, Optional<Path> secret, Consumer<Checked> told) throws CheckException;
}
