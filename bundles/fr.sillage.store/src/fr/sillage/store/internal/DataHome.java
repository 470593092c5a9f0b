package fr.sillage.store.internal;

import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;

/** Where everything is kept, and the secret that opens it. */
public interface DataHome {
    Path folder();

    MasterSecret secret();

    /** The platform database. */
    default Path platform() {
        return folder().resolve("platform");
    }

    /** Holds one folder for each silo. */
    default Path silos() {
        return folder().resolve("silos");
    }
}
