package fr.sillage.store.platform.internal;

import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.KeyRing;
import java.nio.file.Path;

/** The name of the platform database and its format, for who handles a closed one. */
public final class PlatformFormat {
    /** In messages and in the key file. */
    public static final String NAME = DerbyPlatformDatabase.NAME;

    private PlatformFormat() {}

    /** The number of the schema that this program writes. */
    public static int latest() {
        return DerbyPlatformDatabase.SCHEMA.latest();
    }

    /**
     * Brings a closed database to the present format, and leaves it closed.
     *
     * @throws fr.sillage.store.database.internal.StoreException where it cannot be opened or is newer
     */
    public static void migrate(Path folder, KeyRing keys) {
        EncryptedDatabase.open(folder, NAME, keys, DerbyPlatformDatabase.SCHEMA).close();
    }
}
