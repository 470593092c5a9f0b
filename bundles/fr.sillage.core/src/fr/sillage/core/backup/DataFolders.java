package fr.sillage.core.backup;

import java.nio.file.Path;
import java.util.Optional;

/** Ways to the silos of a data folder from outside the platform. */
public interface DataFolders {
    /**
     * Of a folder that no platform runs on, and none will until the work is done. A backup migrates the platform database
     * and leaves the silo in its format; a restoration into an empty folder makes it the data folder of a new platform.
     *
     * @param secret file with the master secret; empty where it is in the environment or in the folder
     */
    Backups stopped(Path folder, Optional<Path> secret);

    /** Has the work done by the platform that runs on the folder. */
    Backups running(Path folder);
}
