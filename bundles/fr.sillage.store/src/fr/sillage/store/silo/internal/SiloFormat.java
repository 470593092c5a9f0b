package fr.sillage.store.silo.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.KeyRing;
import java.nio.file.Path;

/** The names of silos and the format of their databases, for who handles closed ones. */
public final class SiloFormat {
    private SiloFormat() {}

    /** In messages and in the key file. */
    public static String name(CommunityId community) {
        return DerbySiloStore.name(community);
    }

    /** The number of the schema that this program writes. */
    public static int latest() {
        return DerbySilo.SCHEMA.latest();
    }

    /**
     * Brings a closed silo to the present format, and leaves it closed.
     *
     * @throws fr.sillage.store.database.internal.StoreException where it cannot be opened or is newer
     */
    public static void migrate(Path folder, CommunityId community, KeyRing keys) {
        EncryptedDatabase.open(folder, name(community), keys, DerbySilo.SCHEMA).close();
    }
}
