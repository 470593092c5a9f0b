package fr.sillage.store.internal;

import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;

/** Where everything is kept, and the secret that opens it. */
public interface DataHome {
    Path folder();

    MasterSecret secret();

    /** The platform database. */
    default Path platform() {
        return platform(folder());
    }

    /** Holds one folder for each silo. */
    default Path silos() {
        return silos(folder());
    }

    static Path platform(Path folder) {
        return folder.resolve("platform");
    }

    static Path silos(Path folder) {
        return folder.resolve("silos");
    }
}
