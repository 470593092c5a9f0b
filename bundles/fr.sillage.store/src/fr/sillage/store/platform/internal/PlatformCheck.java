package fr.sillage.store.platform.internal;

import fr.sillage.core.check.Checked;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.DatabaseCheck;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The platform database, checked.
 *
 * @param communities empty where they cannot be read
 */
public record PlatformCheck(Checked checked, Optional<List<CommunityId>> communities) {
    /** Leaves the database closed. */
    public static PlatformCheck of(Path folder, MasterSecret secret) {
        DatabaseCheck check =
                DatabaseCheck.of(folder, DerbyPlatformDatabase.NAME, secret, DerbyPlatformDatabase.SCHEMA);
        Optional<List<CommunityId>> communities = check.keys()
                .filter(keys -> check.current())
                .map(keys -> {
                    EncryptedDatabase database = EncryptedDatabase.open(
                            folder, DerbyPlatformDatabase.NAME, keys, DerbyPlatformDatabase.SCHEMA);
                    try {
                        return database.inTransaction(
                                m -> m.createQuery("SELECT c.id FROM Community c", UUID.class).getResultList().stream()
                                        .map(CommunityId::new)
                                        .toList());
                    } finally {
                        database.close();
                    }
                });
        return new PlatformCheck(new Checked(Checked.PLATFORM, check.older(), 0, 0, check.problems()), communities);
    }
}
