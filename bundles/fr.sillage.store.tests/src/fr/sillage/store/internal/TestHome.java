package fr.sillage.store.internal;

import fr.sillage.store.database.internal.DerbyEngine;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;

/** A data folder for a test, with a secret that is written down here. */
public record TestHome(Path folder, MasterSecret secret) implements DataHome {
    public static final String SECRET = "a secret for tests, long enough to pass";

    public static TestHome in(Path folder) {
        DerbyEngine.keepIn(folder);
        return new TestHome(folder, MasterSecret.of(SECRET));
    }
}
